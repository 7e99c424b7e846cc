import { z } from 'zod';
import { STEPS, type Step } from '#evaluation/program/program-plan.ts';
import { Problem } from '#server/http/problem.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { maybe, oneOf, whole } from '#server/http/texts.ts';
import { STEP_FORMS } from './forms/registry.ts';
import { planState, saveStep, takeBack } from './plan.actions.ts';
import { PlanPage } from './plan.page.tsx';

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
      const before = body.seen ?? null;
      const revision = await saveStep(scope, program, { step, part, seen: before });
      return { data: { revision }, goTo: whereNext(program, step, body.after, revision) };
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
      const { document, revision, versions } = state;
      return {
        data: { revision: revision.revision, plan: document, versions },
        page: (view) => PlanPage({ view, state, step: query.step ?? 'purpose', add: query.add ?? null }),
      };
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
