import { openRoute, type Route } from '#server/http/route.ts';
import { LANGUAGES } from '#server/text/words.ts';
import { refuseBadSetUpLink, setUp } from './set-up.actions.ts';
import { SetUpPage } from './set-up.page.tsx';
import { CURRENCIES, setUpSchema, TIME_ZONES } from './set-up.schema.ts';

/** Languages that people speak; those made to test growth and direction are not offered. */
const SPOKEN = LANGUAGES.filter((language) => !/-X[AB]$/.test(language));
const ZONE_HERE = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;

export const routes: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: '/set-up/:token',
    needs: 'everybody',
    act: async ({ scope, params }) => {
      await refuseBadSetUpLink(scope, params['token']!);
      const choices = { timeZones: TIME_ZONES, here: ZONE_HERE, languages: SPOKEN, currencies: CURRENCIES };
      return { page: (view) => SetUpPage({ view, token: params['token']!, choices }) };
    },
  }),
  openRoute({
    method: 'POST',
    path: '/set-up/:token',
    needs: 'everybody',
    body: setUpSchema,
    example: {
      organisation: 'Fernhill Group',
      timeZone: 'Europe/Berlin',
      language: 'en',
      currency: 'EUR',
      name: 'Priya Nair',
      mail: 'priya@fernhill.example',
      password: '',
    },
    act: async ({ scope, params, body, ...browser }) => setUp(scope, params['token']!, body, browser),
  }),
];
