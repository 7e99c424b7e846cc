import { randomBytes } from 'node:crypto';
import type { Child } from 'hono/jsx';
import { allows } from '#server/access/allows.ts';
import { permissionOf } from '#server/access/permissions.ts';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import type { DoorScope, Rows, Scope } from '#server/scope.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import type { View } from '#server/ui/view.ts';
import type { AppParts } from './app.ts';
import { cookiesOf } from './cookies.ts';
import { refuseCrossSite, VISIT_COOKIE } from './cross-site.ts';
import { Problem } from './problem.ts';
import { problemAnswer } from './problem-answer.ts';
import { requestBody, type Carried } from './request-body.ts';
import { refuseLapsed } from './refuse-lapsed.ts';
import { respond } from './respond.ts';
import type { Answer, Asked, BareRoute, Route } from './route.ts';
import { dayIn, standingOf, type Standing } from './standing.ts';
import { checked, queryValues } from './checked.ts';
import { viewOf } from './view-of.ts';
import { whoOpens } from './who-opens.ts';
import type { SignedIn } from './visitor.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One note of use a minute is enough to know who is idle. */
const NOTE_EVERY_MS = 60_000;

/** What is known of a request before anything is done. */
export interface Incoming {
  /** Of this request; stands in the log, in the answer, and where something went wrong in the page. */
  readonly id: string;
  readonly request: Request;
  readonly url: URL;
  readonly cookies: Readonly<Record<string, string>>;
  /** Binds forms to this browser; made now for a stranger's first visit. */
  readonly formCookie: string;
  readonly firstVisit: boolean;
  readonly wants: 'page' | 'data';
  readonly at: Date;
}

/** Everything that is known once somebody was let in. */
export interface Inside {
  readonly visitor: SignedIn | null;
  readonly standing: Standing | null;
  readonly program: { readonly id: string; readonly name: string } | null;
}

const STRANGER: Inside = { visitor: null, standing: null, program: null };

/** One request: one transaction, one answer; what an action threw undoes all of it. */
export async function answerRequest(
  parts: AppParts,
  route: Route,
  incoming: Incoming,
  params: Record<string, string>,
): Promise<Response> {
  const work: Work = {
    parts,
    route,
    incoming,
    params,
    carried: NOTHING_CARRIED,
    inside: STRANGER,
    wrong: null,
  };
  try {
    work.carried = await requestBody(incoming.request, route.mostBytes);
    const made = await worked(work);
    made.afterwards?.();
    noteUse(parts, work.inside.visitor, incoming.at);
    return await respond(parts, incoming, made);
  } catch (error) {
    return problemAnswer(work, error);
  }
}

/** A request while it is worked on; what is known of it grows. */
export interface Work {
  readonly parts: AppParts;
  readonly route: Route;
  readonly incoming: Incoming;
  readonly params: Readonly<Record<string, string>>;
  carried: Carried;
  inside: Inside;
  /** Set when a form comes back. */
  readonly wrong: View['wrong'];
}

const NOTHING_CARRIED: Carried = { values: {}, files: {} };

/** Lets somebody in, acts and renders: one transaction. */
export async function worked(work: Work): Promise<Made> {
  const { parts, route, incoming, params } = work;
  if (route.bare === true) return bareWork(work, route);
  const access = route.method === 'GET' && route.records !== true ? 'read only' : 'read write';
  return atTheDoor(parts.database, access, async (rows) => {
    const visitor = await parts.findVisitor(rows, incoming.cookies, incoming.at);
    work.inside = { ...STRANGER, visitor };
    if (visitor !== null) refuseOften(parts.limits?.account(visitor.person) ?? 0);
    if (route.method !== 'GET') refuseForeign(parts, incoming, work.carried);
    if (route.needs === 'everybody') {
      const answer = await route.act(askedOf(work, doorScopeOf(parts, rows, incoming.at)));
      if (answer.page !== undefined && visitor !== null)
        work.inside = await framed(rows, visitor, incoming.at);
      return rendered(parts, incoming, work.inside, work.wrong, answer);
    }
    if (visitor === null) throw new Problem('not-signed-in');
    await actFor(rows, { ...visitor, at: incoming.at });
    const standing = await standingOf(rows, visitor);
    if (standing === null) throw new Problem('not-signed-in');
    work.inside = { visitor, standing, program: null };
    if (visitor.goFirst !== null && !incoming.url.pathname.startsWith(visitor.goFirst))
      throw new Problem('not-now', { text: 'problem.go-first', goTo: visitor.goFirst });
    work.inside = { visitor, standing, program: programOf(parts, route, params, standing) };
    await refuseUnallowed(parts, route, rows, standing, work.inside.program?.id ?? null);
    const scope = scopeOf(parts, route, rows, visitor, standing, incoming.at);
    const answer = await route.act(askedOf(work, scope));
    if (route.method !== 'GET' && parts.codeWall !== 'taken away for a test')
      await refuseLapsed(rows, route, visitor, { program: work.inside.program?.id ?? null, at: incoming.at });
    return rendered(parts, incoming, work.inside, work.wrong, answer);
  });
}

/** Pages for everybody show somebody who is signed in their own frame. */
async function framed(rows: Rows, visitor: SignedIn, at: Date): Promise<Inside> {
  await actFor(rows, { ...visitor, at });
  const standing = await standingOf(rows, visitor);
  return standing === null ? STRANGER : { ...STRANGER, visitor, standing };
}

/** Nobody is looked up for a route that needs no database. */
async function bareWork({ parts, route, incoming, params, wrong }: Work, { act }: BareRoute): Promise<Made> {
  const query = checked(route.query, queryValues(incoming.url));
  return rendered(parts, incoming, STRANGER, wrong, act({ params, query, wants: incoming.wants }));
}

/**
 * Refuses whoever asks too often; `wait` in seconds, 0 where there is no need to.
 *
 * @throws Problem `too-often`
 */
export function refuseOften(wait: number): void {
  if (wait > 0) throw new Problem('too-often', { text: 'problem.too-many-requests', waitSeconds: wait });
}

/** What is known of a request from its own lines. */
export function incomingOf(parts: AppParts, request: Request): Incoming {
  const cookies = cookiesOf(request.headers.get('cookie'), parts.installation.origin);
  const bound = cookies[SIGN_IN_COOKIE] ?? cookies[VISIT_COOKIE];
  const accepts = request.headers.get('accept') ?? '';
  return {
    id: randomBytes(6).toString('hex').toUpperCase(),
    request,
    url: new URL(request.url),
    cookies,
    formCookie: bound ?? randomBytes(16).toString('base64url'),
    firstVisit: bound === undefined,
    wants: accepts.includes('application/json') && !accepts.includes('text/html') ? 'data' : 'page',
    at: parts.clock.now(),
  };
}

/** An answer whose page is already text: nothing is rendered after the transaction. */
export interface Made extends Omit<Answer, 'page'> {
  readonly html: string | null;
  /** What went wrong, where it did. */
  readonly problem?: Problem;
}

/** Renders inside the transaction, so that a page that cannot be made undoes what it would have shown. */
export async function rendered(
  parts: AppParts,
  incoming: Incoming,
  inside: Inside,
  wrong: View['wrong'],
  { page, ...answer }: Answer,
): Promise<Made> {
  if (page === undefined || (incoming.wants === 'data' && answer.data !== undefined))
    return { ...answer, html: null };
  return { ...answer, html: await textOf(page(viewOf(parts, incoming, inside, wrong))) };
}

async function textOf(child: Child): Promise<string> {
  return `<!doctype html>${String(await child)}`;
}

function refuseForeign(parts: AppParts, incoming: Incoming, carried: Carried): void {
  const values = carried.values as Record<string, unknown>;
  const given = incoming.request.headers.get('x-plumbline-form') ?? values['csrf'];
  delete values['csrf'];
  refuseCrossSite(incoming.request, {
    origin: parts.installation.origin,
    secret: parts.formSecret,
    cookie: incoming.formCookie,
    given,
  });
}

/** The program of the address, if it can be seen at all; what cannot be seen is not there. */
function programOf(
  parts: AppParts,
  route: Route,
  params: Readonly<Record<string, string>>,
  standing: Standing,
): { id: string; name: string } | null {
  const id = params['program'];
  if (id === undefined || !route.path.includes(':program')) return null;
  const seen = standing.programs.find((program) => program.id === id);
  if (seen !== undefined) return seen;
  if (parts.codeWall === 'taken away for a test') return { id, name: '' };
  throw new Problem('not-found');
}

async function refuseUnallowed(
  parts: AppParts,
  route: Route,
  rows: Rows,
  standing: Standing,
  program: string | null,
): Promise<void> {
  if (route.needs === 'everybody' || route.needs === 'signed-in') return;
  if (parts.codeWall === 'taken away for a test') return;
  if (allows(route.needs, standing.grants, program)) return;
  const at = { organisation: standing.organisation.id, program };
  throw new Problem('not-allowed', { opens: await whoOpens(rows, route.needs, at) });
}

function scopeOf(
  parts: AppParts,
  route: Route | null,
  rows: Rows,
  visitor: SignedIn,
  standing: Standing,
  at: Date,
): Scope {
  const needs = route?.needs ?? 'signed-in';
  const line = needs === 'everybody' || needs === 'signed-in' ? null : permissionOf(needs);
  return {
    organisation: standing.organisation,
    person: visitor.person,
    signIn: visitor.signIn,
    provedAt: visitor.provedAt,
    grants: standing.grants,
    purpose: line?.purpose ?? 'run',
    rows,
    clock: parts.clock,
    today: dayIn(standing.organisation.timeZone, at),
    record: (entry) => parts.recordEntry(rows, visitor, entry, at),
    said: (ids) => parts.readPayloads(rows, visitor.organisation, ids),
    installation: parts.installation,
  };
}

/** At the door nobody is known; whoever shows who they are goes on as a person. */
function doorScopeOf(parts: AppParts, rows: Rows, at: Date): DoorScope {
  const { clock, installation } = parts;
  const actAs = async (visitor: SignedIn): Promise<Scope> => {
    await actFor(rows, { ...visitor, at });
    const standing = await standingOf(rows, visitor);
    if (standing === null) throw new RangeError('actAs: the organisation has no such person');
    return scopeOf(parts, null, rows, visitor, standing, at);
  };
  return { rows, clock, installation, actAs };
}

function askedOf<Where>(
  { parts, route, incoming, params, carried, inside }: Work,
  scope: Where,
): Asked<unknown, unknown, Where> & { scope: never } {
  for (const [name, value] of Object.entries(params))
    if (!UUID.test(value) && !/token|name|number/i.test(name)) throw new Problem('not-found');
  return {
    scope: scope as never,
    params,
    query: checked(route.query, queryValues(incoming.url)),
    body: checked(route.body, carried.values),
    files: carried.files,
    cookies: incoming.cookies,
    signedIn: inside.visitor !== null,
    wants: incoming.wants,
    signIn: {
      address: parts.addressOf(incoming.request),
      device: (incoming.request.headers.get('user-agent') ?? '').slice(0, 300),
    },
  };
}

function noteUse(parts: AppParts, visitor: SignedIn | null, at: Date): void {
  if (visitor === null || at.getTime() - visitor.lastSeenAt.getTime() < NOTE_EVERY_MS) return;
  atTheDoor(parts.database, 'read write', (rows) => parts.noteUse(rows, visitor.signIn, at)).catch(
    (error: unknown) => parts.logFault('note-use', error),
  );
}
