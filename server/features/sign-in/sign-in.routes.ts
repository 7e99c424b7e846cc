import { openRoute, type Route } from '#server/http/route.ts';
import { adminNames } from './admin-names.ts';
import { askForLink, enterCode, enterWithPassword, followLink, linkState } from './sign-in.actions.ts';
import { CodePage, LinkSentPage, MailLinkPage, SignInPage } from './sign-in.page.tsx';
import { askLinkSchema, codeSchema, passwordSchema, toSchema } from './sign-in.schema.ts';

const MAIL = 'priya@fernhill.example';

export const routes: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: '/signin',
    needs: 'everybody',
    query: toSchema,
    act: async ({ query: { to } }) => ({ page: (view) => SignInPage({ view, to }) }),
  }),
  openRoute({
    method: 'POST',
    path: '/signin/link',
    needs: 'everybody',
    body: askLinkSchema,
    form: '/signin',
    example: { mail: MAIL, to: '/' },
    act: async ({ scope, body, ...browser }) => askForLink(scope, body, browser),
  }),
  openRoute({
    method: 'GET',
    path: '/signin/sent',
    needs: 'everybody',
    query: toSchema,
    act: async ({ scope, query: { to } }) => ({
      page: (view) => LinkSentPage({ view, to, mail: scope.installation.mail }),
    }),
  }),
  openRoute({
    method: 'GET',
    path: '/signin/link/:token',
    needs: 'everybody',
    act: async ({ scope, params, cookies }) => {
      const token = params['token']!;
      const { state, link } = await linkState(scope, token, cookies);
      const helpers = link === undefined ? [] : await adminNames(scope.rows, link.organisation_id);
      return {
        page: (view) => MailLinkPage({ view, state, token, helpers }),
        status: state === 'good' ? 200 : state === 'over' ? 410 : 403,
      };
    },
  }),
  openRoute({
    method: 'POST',
    path: '/signin/link/:token',
    needs: 'everybody',
    act: async ({ scope, params, ...browser }) => followLink(scope, params['token']!, browser),
  }),
  openRoute({
    method: 'POST',
    path: '/signin/password',
    needs: 'everybody',
    body: passwordSchema,
    form: '/signin',
    example: { mail: MAIL, password: 'four old bicycles', to: '/' },
    act: async ({ scope, body, ...browser }) => enterWithPassword(scope, body, browser),
  }),
  openRoute({
    method: 'GET',
    path: '/signin/code',
    needs: 'everybody',
    query: toSchema,
    act: async ({ query: { to } }) => ({ page: (view) => CodePage({ view, to }) }),
  }),
  openRoute({
    method: 'POST',
    path: '/signin/code',
    needs: 'everybody',
    body: codeSchema,
    example: { code: '123456', to: '/' },
    act: async ({ scope, body, ...browser }) => enterCode(scope, body, browser),
  }),
];
