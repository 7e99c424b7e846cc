import { z } from 'zod';
import { CURRENCIES, TIME_ZONES } from '#server/features/set-up/set-up.schema.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { line } from '#server/http/texts.ts';
import { isLanguage } from '#server/text/words.ts';
import { changeSettings } from './settings.actions.ts';
import { SettingsPage } from './settings.page.tsx';

/** What an admin may set for the organisation. */
const settingsSchema = z.strictObject({
  name: line(200),
  timeZone: z.string().refine((zone) => TIME_ZONES.includes(zone), 'wrong.time-zone'),
  language: z.string().refine(isLanguage, 'wrong.language'),
  currency: z.string().refine((code) => CURRENCIES.includes(code), 'wrong.currency'),
});

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/settings',
    needs: 'settings.read',
    query: z.strictObject({ saved: z.literal('1').optional(), language: z.string().max(10).optional() }),
    act: async ({ scope }) => {
      const { id: _id, ...settings } = scope.organisation;
      return {
        data: { settings, mail: scope.installation.mail },
        page: (view) => SettingsPage({ view, settings, mail: scope.installation.mail }),
      };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/settings',
    needs: 'settings.change',
    body: settingsSchema,
    form: '/settings',
    example: { name: 'Fernhill Group', timeZone: 'Europe/Berlin', language: 'en', currency: 'EUR' },
    act: async ({ scope, body }) => {
      await changeSettings(scope, body);
      return { data: {}, goTo: '/settings?saved=1' };
    },
  }),
];
