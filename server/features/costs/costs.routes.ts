import { z } from 'zod';
import { signedRoute, type Route } from '#server/http/route.ts';
import { decimal, line, maybe, oneOf, ticked } from '#server/http/texts.ts';
import { addCost, costsOf, takeOut } from './costs.actions.ts';
import { CostsPage } from './costs.page.tsx';
import { COST_KINDS } from './costs.store.ts';

const path = '/p/:program/costs';

/** A line as a form or a program sends it. */
const costSchema = z.strictObject({
  what: line(200),
  kind: oneOf(COST_KINDS),
  quantity: decimal(0.001, 1_000_000),
  unitCost: decimal(0, 1_000_000_000),
  booked: oneOf(['booked', 'estimated']).transform((how) => how === 'booked'),
  source: line(200),
  again: ticked(),
});

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path,
    needs: 'costs.read',
    query: z.strictObject({ out: maybe(z.uuid()), language: maybe(z.string().max(10)) }),
    act: async ({ scope, params, query }) => {
      const costs = await costsOf(scope, params['program']!);
      return { data: costs, page: (view) => CostsPage({ view, costs, out: query.out ?? null }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path,
    needs: 'plan.write',
    body: costSchema,
    form: path,
    example: {
      what: 'Coordination',
      kind: 'staff',
      quantity: 0.2,
      unitCost: 60_000,
      booked: 'booked',
      source: 'Payroll',
    },
    act: async ({ scope, params, body }) => {
      const id = await addCost(scope, params['program']!, body);
      return { data: { id }, status: 201, goTo: `/p/${params['program']}/costs` };
    },
  }),
  ...([false, true] as const).map((back) =>
    signedRoute({
      method: 'POST',
      path: `${path}/:cost/${back ? 'return' : 'removal'}`,
      needs: 'plan.write',
      act: async ({ scope, params }) => {
        await takeOut(scope, params['program']!, params['cost']!, back);
        return {
          data: {},
          goTo: `/p/${params['program']}/costs${back ? '' : `?out=${params['cost']}`}`,
        };
      },
    }),
  ),
];
