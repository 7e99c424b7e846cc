import { signedRoute, type Route } from '#server/http/route.ts';
import {
  changePassword,
  endOtherSignIns,
  endOwnSignIn,
  ownAccount,
  removePassword,
} from './account.actions.ts';
import { AccountPage } from './account.page.tsx';
import { newPasswordSchema, nothingSchema } from './account.schema.ts';

const ACCOUNT = '/account';

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: ACCOUNT,
    needs: 'signed-in',
    act: async ({ scope }) => {
      const account = await ownAccount(scope);
      return { data: { ...account }, page: (view) => AccountPage({ view, account }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/account/sign-ins/:signIn/ending',
    needs: 'signed-in',
    body: nothingSchema,
    act: async ({ scope, params }) => {
      await endOwnSignIn(scope, params['signIn']!);
      return { data: {}, goTo: ACCOUNT };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/account/other-sign-ins/ending',
    needs: 'signed-in',
    body: nothingSchema,
    act: async ({ scope }) => {
      await endOtherSignIns(scope);
      return { data: {}, goTo: ACCOUNT };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/account/password',
    needs: 'signed-in',
    body: newPasswordSchema,
    form: ACCOUNT,
    example: { password: 'four old bicycles' },
    act: async ({ scope, body }) => {
      await changePassword(scope, body.password);
      return { data: {}, goTo: ACCOUNT };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/account/password/removal',
    needs: 'signed-in',
    body: nothingSchema,
    act: async ({ scope }) => {
      await removePassword(scope);
      return { data: {}, goTo: ACCOUNT };
    },
  }),
];
