import { personNamed } from '#server/features/people/people.store.ts';
import type { Answer } from '#server/http/route.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { enrolSchema, nothingSchema } from './account.schema.ts';
import { EnrolPage, RecoveryCodesPage } from './second-factor.page.tsx';
import {
  enrol,
  proposedSecret,
  refuseStale,
  removeOwnSecondFactor,
  removeSecondFactorOf,
  renewRecoveryCodes,
} from './second-factor.actions.ts';

/** Codes are shown in the answer itself: no page that could be opened again shows them. */
function shownOnce(codes: readonly string[]): Answer {
  return { data: { codes }, page: (view) => RecoveryCodesPage({ view, codes }) };
}

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/account/second-factor',
    needs: 'signed-in',
    act: async ({ scope }) => {
      await refuseStale(scope);
      const { mail, name } = await personNamed(scope);
      return {
        page: (view) =>
          EnrolPage({
            view,
            proposed: proposedSecret(scope, broughtBack(view.wrong?.given)),
            mail: mail ?? name,
          }),
      };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/account/second-factor',
    needs: 'signed-in',
    body: enrolSchema,
    example: { secret: 'A'.repeat(66), code: '123456' },
    act: async ({ scope, body }) => shownOnce(await enrol(scope, body)),
  }),
  signedRoute({
    method: 'POST',
    path: '/account/second-factor/removal',
    needs: 'signed-in',
    body: nothingSchema,
    act: async ({ scope }) => {
      await removeOwnSecondFactor(scope);
      return { data: {}, goTo: '/account' };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/account/recovery-codes',
    needs: 'signed-in',
    body: nothingSchema,
    act: async ({ scope }) => shownOnce(await renewRecoveryCodes(scope)),
  }),
  signedRoute({
    method: 'POST',
    path: '/people/:person/second-factor/removal',
    needs: 'person.invite',
    body: nothingSchema,
    act: async ({ scope, params }) => {
      await removeSecondFactorOf(scope, params['person']!);
      return { data: {}, goTo: '/invitations' };
    },
  }),
];

/** The secret that a form brought back whose code was wrong. */
function broughtBack(given: unknown): string | undefined {
  const secret = (given as { secret?: unknown } | null)?.secret;
  return typeof secret === 'string' ? secret : undefined;
}
