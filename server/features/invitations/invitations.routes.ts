import { openRoute, signedRoute, type Route } from '#server/http/route.ts';
import { othersWithSecondFactor } from '#server/features/sign-in/second-factors.store.ts';
import { nothingSchema } from '#server/features/account/account.schema.ts';
import { accept, openedInvitation } from './accept.ts';
import { invitationsToSee, invite, inviteAgain, linkToHandOver, withdraw } from './invitations.actions.ts';
import { AcceptPage, HandOverPage, InvitationsPage } from './invitations.page.tsx';
import { acceptSchema, inviteSchema } from './invitations.schema.ts';

const INVITATIONS = '/invitations';

const ofAdmins: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: INVITATIONS,
    needs: 'person.invite',
    act: async ({ scope }) => {
      const invitations = await invitationsToSee(scope);
      const others = await othersWithSecondFactor(scope);
      const { mail } = scope.installation;
      return { data: { invitations }, page: (view) => InvitationsPage({ view, invitations, mail, others }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: INVITATIONS,
    needs: 'person.invite',
    body: inviteSchema,
    example: { name: 'Lena Hoffmann', mail: 'lena@fernhill.example', roles: ['observer'], program: '' },
    act: async ({ scope, body }) => {
      const id = await invite(scope, body);
      if (scope.installation.mail === 'leaves') return { data: { id }, status: 201, goTo: INVITATIONS };
      const shown = await linkToHandOver(scope, id);
      return {
        data: { id, link: shown.link },
        status: 201,
        page: (view) => HandOverPage({ view, ...shown }),
      };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/invitations/:invitation/link',
    needs: 'person.invite',
    body: nothingSchema,
    act: async ({ scope, params }) => {
      const shown = await linkToHandOver(scope, params['invitation']!);
      return { data: shown, page: (view) => HandOverPage({ view, ...shown }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/invitations/:invitation/repetition',
    needs: 'person.invite',
    body: nothingSchema,
    act: async ({ scope, params }) => {
      await inviteAgain(scope, params['invitation']!);
      return { data: {}, goTo: INVITATIONS };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/invitations/:invitation/withdrawal',
    needs: 'person.invite',
    body: nothingSchema,
    act: async ({ scope, params }) => {
      await withdraw(scope, params['invitation']!);
      return { data: {}, goTo: INVITATIONS };
    },
  }),
];

const ofTheInvited: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: '/invitation/:token',
    needs: 'everybody',
    act: async ({ scope, params }) => {
      const token = params['token']!;
      const { invitation, roles, organisation, inviter } = await openedInvitation(scope, token);
      const { name } = invitation;
      return { page: (view) => AcceptPage({ view, token, name, organisation, inviter, roles }) };
    },
  }),
  openRoute({
    method: 'POST',
    path: '/invitation/:token',
    needs: 'everybody',
    body: acceptSchema,
    example: { name: 'Lena Hoffmann', password: '' },
    act: async ({ scope, params, body, ...browser }) => accept(scope, params['token']!, body, browser),
  }),
];

export const routes: readonly Route[] = [...ofAdmins, ...ofTheInvited];
