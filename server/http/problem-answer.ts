import { ProblemPage } from '#server/ui/problem-page.tsx';
import { rendered, worked, type Incoming, type Made, type Work } from './answer-request.ts';
import type { AppParts } from './app.ts';
import { Problem } from './problem.ts';
import { respond } from './respond.ts';
import type { Route } from './route.ts';

/**
 * The answer to what went wrong: the form again with what was wrong, the way to sign in, or a page that says what to do.
 * What nobody foresaw is logged under a reference and shown without details.
 */
export async function problemAnswer(work: Work, error: unknown): Promise<Response> {
  const { parts, incoming } = work;
  const problem = known(error);
  if (problem === null) return faultAnswer(work, error);
  if (incoming.wants === 'page') {
    if (problem.code === 'not-signed-in') return respond(parts, incoming, away(signInPath(work)));
    if (problem.code === 'not-now' && problem.parts.goTo !== undefined)
      return respond(parts, incoming, away(problem.parts.goTo));
    const form = problem.parts.fields === undefined ? null : await formAgain(work, problem);
    if (form !== null) return respond(parts, incoming, { ...form, status: problem.status, problem });
  }
  return respond(parts, incoming, await problemMade(work, problem, null));
}

/** The answer where no route is, or none may be asked. */
export async function refusedAnswer(parts: AppParts, incoming: Incoming, error: unknown): Promise<Response> {
  const route: Route = {
    method: 'GET',
    path: '',
    needs: 'everybody',
    act: () => Promise.reject(new Problem('not-found')),
  };
  const work: Work = {
    parts,
    route,
    incoming,
    params: {},
    carried: { values: {}, files: {} },
    inside: { visitor: null, standing: null, program: null },
    wrong: null,
  };
  return problemAnswer(work, error);
}

/** What the database says in its own words, as a problem where it has one. */
function known(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === '42501') return new Problem('not-allowed');
  if (code === '40001' || code === '40P01') return new Problem('changed-meanwhile');
  if (typeof code === 'string' && /^(08|57P|53)/.test(code)) return new Problem('not-ready');
  if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET') return new Problem('not-ready');
  return null;
}

async function faultAnswer(work: Work, error: unknown): Promise<Response> {
  const reference = work.incoming.id;
  work.parts.logFault(reference, error);
  return respond(work.parts, work.incoming, await problemMade(work, new Problem('our-fault'), reference));
}

async function problemMade(work: Work, problem: Problem, reference: string | null): Promise<Made> {
  const data = {
    type: `about:blank#${problem.code}`,
    title: problem.code,
    status: problem.status,
    ...problem.parts,
    ...(reference === null ? {} : { reference }),
  };
  const made = await rendered(work.parts, work.incoming, work.inside, null, {
    data,
    page: (view) => ProblemPage({ view, problem, reference }),
  });
  return { ...made, status: problem.status, problem };
}

/** The page that holds the form, with what was wrong and what had been typed. */
async function formAgain(work: Work, problem: Problem): Promise<Made | null> {
  const path = work.route.form ?? work.route.path;
  const route = work.parts.routes.find((candidate) => candidate.method === 'GET' && candidate.path === path);
  if (route === undefined) return null;
  const again: Work = {
    ...work,
    route,
    incoming: { ...work.incoming, url: formAddress(work, path) },
    carried: { values: {}, files: {} },
    wrong: { fields: problem.parts.fields ?? [], given: work.carried.values },
  };
  return worked(again).catch(() => null);
}

/** Where the page that holds the form would be, the ids of this address filled in. */
function formAddress({ incoming, params, route }: Work, path: string): URL {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const address = new URL(filled, incoming.url);
  for (const [key, value] of Object.entries(route.formQuery ?? {})) address.searchParams.set(key, value);
  return address;
}

function away(path: string): Made {
  return { goTo: path, html: null };
}

function signInPath({ incoming, route }: Work): string {
  const to = route.method === 'GET' ? incoming.url.pathname + incoming.url.search : '/';
  return `/signin?${new URLSearchParams({ to }).toString()}`;
}
