import { openRoute, type Route } from '#server/http/route.ts';
import { HelpPage } from './help.page.tsx';
import { KeysPage } from './keys.page.tsx';
import { WelcomePage } from './welcome.page.tsx';

export const routes: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: '/',
    needs: 'everybody',
    act: async ({ signedIn }) =>
      signedIn ? { goTo: '/programs' } : { page: (view) => WelcomePage({ view }) },
  }),
  openRoute({
    method: 'GET',
    path: '/help',
    needs: 'everybody',
    act: async () => ({ page: (view) => HelpPage({ view }) }),
  }),
  openRoute({
    method: 'GET',
    path: '/keys',
    needs: 'everybody',
    act: async () => ({ page: (view) => KeysPage({ view }) }),
  }),
];
