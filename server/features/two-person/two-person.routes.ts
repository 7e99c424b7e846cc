import { freshSignIn } from '#server/features/sign-in/fresh-sign-in.ts';
import { Problem } from '#server/http/problem.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { actDefinition } from './acts-found.ts';
import { agreeTo, decline, withdraw } from './two-person.actions.ts';
import { ActPage, ActsPage } from './two-person.page.tsx';
import { agreeSchema, declineSchema } from './two-person.schema.ts';
import { actShown, actsShown, toData, type ShownAct } from './acts-shown.ts';

/** The digest of nothing, for the test of access. */
const NO_DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/acts',
    needs: 'acts.read',
    act: async ({ scope }) => {
      const acts = await actsShown(scope);
      return { data: { acts: acts.map(toData) }, page: (view) => ActsPage({ view, acts }) };
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/acts/:act',
    needs: 'acts.read',
    act: async ({ scope, params }) => {
      const act = await actShown(scope, params['act']!);
      return { data: { act: toData(act) }, page: (view) => ActPage({ view, act }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/acts/:act/agree',
    needs: 'acts.answer',
    body: agreeSchema,
    form: '/acts/:act',
    example: { digest: NO_DIGEST },
    act: async ({ scope, params, body }) => {
      const act = await actShown(scope, params['act']!);
      if (act.mayAnswer) freshSignIn(scope, `/acts/${act.id}`);
      await refuseOtherWord(act, body.word);
      await agreeTo(scope, act.id, body.digest);
      return { data: { id: act.id, state: 'agreed' }, goTo: `/acts/${act.id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/acts/:act/decline',
    needs: 'acts.answer',
    body: declineSchema,
    example: {},
    act: async ({ scope, params }) => {
      const { id } = await decline(scope, params['act']!);
      return { data: { id, state: 'declined' }, goTo: `/acts/${id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/acts/:act/withdraw',
    needs: 'acts.answer',
    example: {},
    act: async ({ scope, params }) => {
      const { id } = await withdraw(scope, params['act']!);
      return { data: { id, state: 'withdrawn' }, goTo: `/acts/${id}` };
    },
  }),
];

async function refuseOtherWord(act: ShownAct, typed: string | undefined): Promise<void> {
  const { word } = await actDefinition(act.kind);
  if (word === undefined || typed?.trim().toUpperCase() === word) return;
  throw new Problem('cannot-be', { fields: [{ field: 'word', text: 'acts.word', values: { word } }] });
}
