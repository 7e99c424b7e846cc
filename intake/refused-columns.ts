import { EVENT_HEADINGS, PEOPLE_HEADINGS, SCORE_HEADINGS } from './headings.ts';
import type { Table } from './table.ts';

/** Columns that are never needed, by their heading, and why; they stay out unless the plan names one as an outcome. */
const REFUSED: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /(^|_)(salary|salaries|pay|wage|wages|income|bonus|compensation|gehalt|lohn|verguetung|vergütung)(_|$)/,
    'pay',
  ],
  [
    /(^|_)(health|sick|sickness|sick_days|disability|disabled|diagnosis|illness|medical|krank|krankheit|krankheitstage|behinderung|gesundheit)(_|$)/,
    'health',
  ],
  [/(^|_)(religion|religious|faith|church|confession|konfession)(_|$)/, 'religion'],
  [
    /(^|_)(comment|comments|note|notes|remark|remarks|free_text|freetext|feedback|bemerkung|bemerkungen|kommentar)(_|$)/,
    'free text about people',
  ],
  [
    /^(name|first_?name|last_?name|full_?name|surname|forename|given_name|family_name|vorname|nachname|e_?mail|mail|e_?mail_address|phone|telephone|mobile|address|street|birth_?date|date_of_birth|geburtsdatum)$/,
    'who somebody is',
  ],
];

/** Why a people column stays out because of its heading, or `undefined` when it may come in. */
export function refusalOf(heading: string): string | undefined {
  const form = heading
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return REFUSED.find(([pattern]) => pattern.test(form))?.[1];
}

const NO_SCORES: ReadonlySet<string> = new Set(['free text about people', 'who somebody is']);

/** Why a scale stays out; scores are no free text, so that `Listening and feedback` may come in. */
export function refusalOfScale(name: string): string | undefined {
  const reason = refusalOf(name);
  return reason === undefined || NO_SCORES.has(reason) ? undefined : reason;
}

/** Free text: so many different texts, so long on average, and most of them different. */
const FREE_TEXT = { different: 20, letters: 40, differentShare: 0.5 };

/** Why a people column stays out because of what its cells hold. */
export function refusalOfCells(cells: readonly string[]): string | undefined {
  let given = 0;
  let letters = 0;
  let mails = 0;
  const different = new Set<string>();
  for (const cell of cells) {
    if (cell === '') continue;
    given++;
    letters += cell.length;
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)) mails++;
    different.add(cell);
  }
  if (given === 0) return undefined;
  if (mails / given >= 0.5) return 'who somebody is';
  const free =
    different.size >= FREE_TEXT.different &&
    letters / given >= FREE_TEXT.letters &&
    different.size / given >= FREE_TEXT.differentShare;
  return free ? 'free text about people' : undefined;
}

const KNOWN: ReadonlySet<string> = new Set([...PEOPLE_HEADINGS, ...EVENT_HEADINGS, ...SCORE_HEADINGS]);

/** Headings of a table whose columns are never needed, an empty one whose column holds something among them; also a line of headings that was not cut counts by its parts. */
export function refusedHeadings(table: Table): Set<string> {
  const refused = new Set<string>();
  for (const [c, heading] of table.headings.entries()) {
    if (KNOWN.has(heading)) continue;
    if (heading === '' && table.columns[c]!.some((cell) => cell !== '')) refused.add(heading);
    const byName = heading.split(/[,;|\t]/).some((part) => refusalOf(part) !== undefined);
    if (byName || refusalOfCells(table.columns[c]!) !== undefined) refused.add(heading);
  }
  return refused;
}
