import { allows } from '#server/access/allows.ts';
import { APPEARANCE_COOKIE, themeOf } from '#server/ui/appearance.tsx';
import type { View } from '#server/ui/view.ts';
import { isLanguage, wordsIn } from '#server/text/words.ts';
import type { Incoming, Inside } from './answer-request.ts';
import type { AppParts } from './app.ts';
import { formToken } from './cross-site.ts';
import type { Route } from './route.ts';
import { dayIn } from './standing.ts';

/** What a page knows about its reader and its address. */
export function viewOf(
  parts: AppParts,
  incoming: Incoming,
  { visitor, standing, program }: Inside,
  wrong: View['wrong'],
): View {
  const asked = incoming.url.searchParams.get('language') ?? standing?.organisation.language ?? 'en';
  const language = isLanguage(asked) ? asked : 'en';
  return {
    words: wordsIn(language),
    path: incoming.url.pathname,
    query: Object.fromEntries(incoming.url.searchParams),
    csrf: formToken(parts.formSecret, incoming.formCookie),
    today: dayIn(standing?.organisation.timeZone ?? 'UTC', incoming.at),
    reader:
      visitor === null || standing === null
        ? null
        : {
            person: visitor.person,
            name: standing.name,
            organisation: standing.organisation,
            grants: standing.grants,
            programs: standing.programs,
          },
    program,
    wrong,
    theme: themeOf(incoming.cookies[APPEARANCE_COOKIE]),
    opens: (path) => opens(parts.routes, path, standing, program?.id ?? null),
  };
}

/** Whether there is such a page, and this reader's roles have what it needs. */
function opens(
  routes: readonly Route[],
  path: string,
  standing: Inside['standing'],
  program: string | null,
): boolean {
  const route = routes.find((candidate) => candidate.method === 'GET' && candidate.path === path);
  if (route === undefined || (path.includes(':program') && program === null)) return false;
  if (route.needs === 'everybody') return true;
  if (standing === null) return false;
  return route.needs === 'signed-in' || allows(route.needs, standing.grants, program);
}
