import { Problem } from '#server/http/problem.ts';
import { openRoute, signedRoute, type Route } from '#server/http/route.ts';
import { accountOf } from './accounts.store.ts';
import { endHeld } from './begin-sign-in.ts';
import { findVisitor } from './find-visitor.ts';
import { proveAgain, waysAgain } from './fresh-sign-in.ts';
import { askForLink } from './sign-in.actions.ts';
import { AgainPage } from './sign-in.page.tsx';
import { againLinkSchema, againSchema, signOutSchema, toSchema } from './sign-in.schema.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/signin/again',
    needs: 'signed-in',
    query: toSchema,
    act: async ({ scope, query: { to } }) => {
      const ways = await waysAgain(scope);
      return { data: { ways }, page: (view) => AgainPage({ view, to, ways }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/signin/again',
    needs: 'signed-in',
    body: againSchema,
    example: { code: '123456', to: '/' },
    act: async ({ scope, body }) => proveAgain(scope, body),
  }),
  openRoute({
    method: 'POST',
    path: '/signin/again/link',
    needs: 'everybody',
    body: againLinkSchema,
    act: async ({ scope, body, ...browser }) => {
      const visitor = await findVisitor(scope.rows, browser.cookies, scope.clock.now());
      if (visitor === null) throw new Problem('not-signed-in');
      const account = await accountOf(scope.rows, {
        organisation_id: visitor.organisation,
        person_id: visitor.person,
      });
      if (account === undefined) throw new Problem('not-signed-in');
      return askForLink(scope, { mail: account.mail_key, to: body.to }, browser);
    },
  }),
  openRoute({
    method: 'POST',
    path: '/signout',
    needs: 'everybody',
    body: signOutSchema,
    act: async ({ scope, cookies }) => {
      await endHeld(scope.rows, cookies, scope.clock.now());
      return { data: {}, cookies: [{ name: SIGN_IN_COOKIE, value: '', maxAgeSeconds: 0 }], goTo: '/signin' };
    },
  }),
];
