import type { Child } from 'hono/jsx';
import type { ZodType } from 'zod';
import type { PermissionName } from '#server/access/permissions.ts';
import type { DoorScope, Scope } from '#server/scope.ts';
import type { View } from '#server/ui/view.ts';

/** What leaves: data for programs, a page for people, an address to go to, or a file. */
export interface Answer {
  /** What the API gives; a page is made from the same. */
  readonly data?: unknown;
  readonly page?: (view: View) => Child;
  /** Where a browser goes on (303), once everything is written. */
  readonly goTo?: string;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array | string };
  /** A file that pages load, at an address that changes with it: browsers keep it. */
  readonly asset?: { readonly type: string; readonly bytes: Uint8Array };
  readonly status?: number;
  /** Cookies to set; an empty value ends one. */
  readonly cookies?: readonly Cookie[];
  /** Begins once everything is written, as long work does. */
  readonly afterwards?: () => void;
  /** The browser looks again after so many seconds: for work under way, where nothing is typed. */
  readonly againInSeconds?: number;
}

/** A cookie in our own terms: always HttpOnly, SameSite=Lax, and Secure wherever there is TLS. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** `null`: until the browser closes. */
  readonly maxAgeSeconds: number | null;
}

/** What a route's action is asked. */
export interface Asked<Body, Query, Where> {
  readonly scope: Where;
  /** Parts of the address; ids are checked to be ids. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Uploaded files by field. */
  readonly files: Readonly<Record<string, File>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Whether the browser that asks is signed in; a route for everybody may lead somewhere else then. */
  readonly signedIn: boolean;
  /** `page` for people, `data` for programs. */
  readonly wants: 'page' | 'data';
  readonly signIn: { readonly address: string; readonly device: string };
}

interface RouteFacts<Body, Query> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Parts that start with a colon are ids; `:program` is looked up before anything else. */
  readonly path: string;
  /** Strict: an unknown or repeated key is refused. */
  readonly body?: ZodType<Body>;
  readonly query?: ZodType<Query>;
  /** A body that is right, for the documentation and for the test of access. */
  readonly example?: unknown;
  /** A GET that writes an entry (a look, an export); every other GET reads only. */
  readonly records?: true;
  /** Path of the page that holds the form, where it is another one: it comes back with what was wrong. */
  readonly form?: string;
  /** The query under which that page shows the form. */
  readonly formQuery?: Readonly<Record<string, string>>;
  /** Answers whatever host was called: for those who look after the server. Never with anything about people. */
  readonly anyHost?: true;
  /** Most bytes of a body; 1 MB unless said. */
  readonly mostBytes?: number;
}

/** A route for people who have signed in. */
export interface SignedRoute<Body = unknown, Query = unknown> extends RouteFacts<Body, Query> {
  readonly bare?: never;
  /** A line of the access table, or `signed-in` for what is one's own. */
  readonly needs: PermissionName | 'signed-in';
  readonly act: (asked: Asked<Body, Query, Scope>) => Promise<Answer>;
}

/** A route for everybody: the door. */
export interface OpenRoute<Body = unknown, Query = unknown> extends RouteFacts<Body, Query> {
  readonly needs: 'everybody';
  readonly bare?: never;
  readonly act: (asked: Asked<Body, Query, DoorScope>) => Promise<Answer>;
}

/** A route for everybody that needs no database: files that pages load, whether the server lives. */
export interface BareRoute<Query = unknown> extends RouteFacts<never, Query> {
  readonly method: 'GET';
  readonly needs: 'everybody';
  readonly bare: true;
  readonly act: (asked: Pick<Asked<never, Query, never>, 'params' | 'query' | 'wants'>) => Answer;
}

// eslint-disable-next-line typescript/no-explicit-any -- routes of different bodies in one list; each is typed where it is made
export type Route = SignedRoute<any, any> | OpenRoute<any, any> | BareRoute<any>;

/** A route that needs no database, its query typed by its schema. */
export function bareRoute<Query = Record<string, never>>(route: Omit<BareRoute<Query>, 'bare'>): Route {
  return { ...route, bare: true };
}

/** A route for people who have signed in, its body and query typed by their schemas. */
export function signedRoute<Body = Record<string, never>, Query = Record<string, never>>(
  route: SignedRoute<Body, Query>,
): Route {
  return route;
}

/** A route for everybody, its body and query typed by their schemas. */
export function openRoute<Body = Record<string, never>, Query = Record<string, never>>(
  route: OpenRoute<Body, Query>,
): Route {
  return route;
}
