import { openRoute, type Route } from '#server/http/route.ts';
import { ownPath } from '#server/mail/own-link.ts';
import { APPEARANCE_COOKIE } from '#server/ui/appearance.tsx';
import { appearanceSchema } from './appearance.schema.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const routes: readonly Route[] = [
  openRoute({
    method: 'POST',
    path: '/appearance',
    needs: 'everybody',
    body: appearanceSchema,
    example: { theme: 'dark', to: '/' },
    act: ({ body: { theme, to } }) =>
      Promise.resolve({
        data: { theme },
        goTo: ownPath(to),
        cookies: [
          {
            name: APPEARANCE_COOKIE,
            value: theme === 'system' ? '' : theme,
            maxAgeSeconds: theme === 'system' ? 0 : YEAR_SECONDS,
          },
        ],
      }),
  }),
];
