import { z } from 'zod';
import { STEPS, type Step } from '#evaluation/program/program-plan.ts';
import { Problem } from '#server/http/problem.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { lines, maybe, oneOf, whole } from '#server/http/texts.ts';
import { holds } from '#server/access/grants.ts';
import { permissionOf } from '#server/access/permissions.ts';
import { canWeSeeIt } from '#evaluation/program/can-we-see-it.ts';
import { expectedForm } from './forms/expected.ts';
import { SightAlone } from './pages/sight.tsx';
import { STEP_FORMS } from './forms/registry.ts';
import { planState, saveStep, takeBack } from './plan.actions.ts';
import { HistoryPage } from './history.page.tsx';
import { askForVersion } from './lock.actions.ts';
import { PlanPage } from './plan.page.tsx';
import { revisionsOf } from './plan.store.ts';
import { reviewFacts } from './review-facts.ts';

const programPath = '/p/:program/plan';

const planQuery = z.strictObject({
  step: maybe(oneOf(STEPS)),
  saved: maybe(oneOf(STEPS)),
  back: maybe(whole(1, 1_000_000)),
  add: maybe(z.string().max(30)),
  edit: maybe(z.literal('1')),
  table: maybe(z.string().max(30)),
  language: maybe(z.string().max(10)),
});

/** Saves one step, and goes on to the next, or stays. */
function stepRoute(step: Step): Route {
  const form = STEP_FORMS[step];
  return signedRoute({
    method: 'POST',
    path: `${programPath}/${step}`,
    needs: 'plan.write',
    body: form.schema,
    form: programPath,
    formQuery: { step },
    example: form.example,
    act: async ({ scope, body, params }) => {
      const program = params['program']!;
      const { document } = await planState(scope, program);
      const part = form.part(body, document) as never;
      const version = await saveStep(scope, program, { step, part, seen: body.version ?? null });
      return {
        data: { version, savedAt: timeIn(scope.organisation.timeZone, scope.clock.now()) },
        goTo: whereNext(program, step, body.after, version),
      };
    },
  });
}

/** Every state of the page is an address: what was saved, and the number to go back to. */
function whereNext(program: string, step: Step, after: string | undefined, revision: number): string {
  const next = after === 'next' ? (STEPS[STEPS.indexOf(step) + 1] ?? step) : step;
  const query = new URLSearchParams({ step: next, saved: step, back: String(revision - 1) });
  if (after?.startsWith('add-') === true) query.set('add', after.slice('add-'.length));
  return `/p/${program}/plan?${query.toString()}`;
}

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: programPath,
    needs: 'plan.read',
    query: planQuery,
    act: async ({ scope, params, query }) => {
      const state = await planState(scope, params['program']!);
      const facts = await reviewFacts(scope, params['program']!, state);
      const { document, revision, versions } = state;
      return {
        data: { revision: revision.revision, plan: document, versions },
        page: (view) =>
          PlanPage({ view, state, step: query.step ?? 'purpose', add: query.add ?? null, facts }),
      };
    },
  }),
  signedRoute({
    method: 'GET',
    path: `${programPath}/history`,
    needs: 'plan.read',
    act: async ({ scope, params }) => {
      const program = params['program']!;
      const revisions = (await revisionsOf(scope, program)).map(({ revision, step, saved_at, name }) => ({
        revision,
        step,
        savedAt: saved_at,
        name,
      }));
      const writes = holds(scope.grants, permissionOf('plan.write').roles, program);
      return { data: { revisions }, page: (view) => HistoryPage({ view, revisions, writes }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: `${programPath}/expected/preview`,
    needs: 'plan.read',
    body: expectedForm.schema,
    form: programPath,
    formQuery: { step: 'expected' },
    example: expectedForm.example,
    act: async ({ scope, params, body }) => {
      const { document } = await planState(scope, params['program']!);
      const plan = { ...document, expected: expectedForm.part(body, document) };
      return { data: { canWeSeeIt: canWeSeeIt(plan) }, page: (view) => SightAlone({ view, plan }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: `${programPath}/lock`,
    needs: 'plan.write',
    body: z.strictObject({ word: z.literal('LOCK', { error: 'wrong.word|{"word":"LOCK"}' }) }),
    form: programPath,
    formQuery: { step: 'looks' },
    example: { word: 'LOCK' },
    act: async ({ scope, params }) => {
      const id = await askForVersion(scope, params['program']!, '');
      return { data: { id }, goTo: `/acts/${id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: `${programPath}/change`,
    needs: 'plan.write',
    body: z.strictObject({ reason: lines(1000).refine((text) => text.length > 0, 'wrong.empty') }),
    form: programPath,
    formQuery: { step: 'looks', edit: '1' },
    example: { reason: 'The works council asked for a higher minimum.' },
    act: async ({ scope, params, body }) => {
      const id = await askForVersion(scope, params['program']!, body.reason);
      return { data: { id }, goTo: `/acts/${id}` };
    },
  }),
  ...STEPS.map(stepRoute),
  signedRoute({
    method: 'POST',
    path: `${programPath}/back`,
    needs: 'plan.write',
    body: z.strictObject({ to: whole(1, 1_000_000) }),
    form: programPath,
    example: { to: 1 },
    act: async ({ scope, params, body }) => {
      const program = params['program']!;
      const revision = await takeBack(scope, program, body.to);
      if (revision < 1) throw new Problem('not-found');
      return { data: { revision }, goTo: `/p/${program}/plan` };
    },
  }),
];

/** The time of day of a saved draft, as the form shows it. */
function timeIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(at);
}
