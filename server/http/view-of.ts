import type { View } from '#server/ui/view.ts';
import { isLanguage, wordsIn } from '#server/text/words.ts';
import type { Incoming, Inside } from './answer-request.ts';
import type { AppParts } from './app.ts';
import { formToken } from './cross-site.ts';
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
  };
}
