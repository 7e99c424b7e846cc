import type { Hono } from 'hono';
import { formToken } from '#server/http/cross-site.ts';
import type { Route } from '#server/http/route.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { VISIT_COOKIE } from '#server/http/cross-site.ts';
import type { Asker } from './cast.ts';
import { watched } from './undone-database.ts';

/** What became of a request. */
export interface Asked {
  readonly status: number;
  readonly text: string;
  readonly wrote: boolean;
}

/** How requests are sent to an application. */
export interface Asking {
  readonly app: Hono;
  readonly origin: string;
  readonly formSecret: Uint8Array;
}

/** Sends the example of a route as somebody, as a program does, from a browser that is allowed to. */
export async function ask(
  { app, origin, formSecret }: Asking,
  asker: Asker,
  route: Route,
  path: string,
): Promise<Asked> {
  const bound = asker.token ?? 'stranger';
  const headers = new Headers({
    accept: 'application/json',
    cookie: `${asker.token === null ? VISIT_COOKIE : SIGN_IN_COOKIE}=${bound}`,
  });
  const init: RequestInit = { method: route.method, headers };
  if (route.method !== 'GET') {
    headers.set('origin', origin);
    headers.set('x-plumbline-form', formToken(formSecret, bound));
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(exampleOf(route) ?? {});
  }
  const { result, wrote } = await watched(async () => {
    const response = await app.fetch(new Request(new URL(path, origin), init));
    return { status: response.status, text: await response.text() };
  });
  return { ...result, wrote };
}

/** A body that the route takes: its example, or nothing where nothing will do; `undefined` when one is missing. */
export function exampleOf(route: Route): unknown {
  if (route.bare === true || route.example !== undefined) return route.bare === true ? {} : route.example;
  return route.body === undefined || route.body.safeParse({}).success ? {} : undefined;
}
