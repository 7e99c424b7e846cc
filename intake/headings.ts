import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { Table } from './table.ts';

/** Columns that each file is known to have; further columns of people are covariates. */
export const PEOPLE_HEADINGS = [
  'person',
  'arm',
  'index',
  'role',
  'hired',
  'last_seen',
  'mentor',
  'cohort',
  'stratum',
  'probability',
  'took_part',
] as const;
export const EVENT_HEADINGS = ['person', 'date', 'kind', 'value'] as const;
export const SCORE_HEADINGS = [
  'person',
  'about',
  'instrument',
  'version',
  'scale',
  'wave',
  'date',
  'score',
  'n_items',
  'low',
  'high',
] as const;

/** The form in which headings are compared with the known ones: `Last seen` is `last_seen`. */
export function headingForm(heading: string): string {
  return heading
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * Headings as used: known columns in their own spelling, whatever the case or the blanks (told when changed), others as given.
 * A heading that stands twice is a problem; empty headings are allowed, their columns are not used.
 */
export function usedHeadings(
  file: string,
  given: readonly string[],
  known: readonly string[],
  told: Told,
): string[] {
  const seen = new Set<string>();
  return given.map((text) => {
    const heading = text.trim();
    const form = headingForm(heading);
    const used = known.includes(form) ? form : heading;
    if (used !== heading) {
      told.guesses.push({
        file,
        what: 'heading',
        column: used,
        value: used,
        why: `the heading \`${heading}\` is written in another way`,
        flag: '',
      });
    }
    if (used !== '' && seen.has(used)) told.problems.push(messages.headingTwice({ file }, used));
    seen.add(used);
    return used;
  });
}

/** V01 for every needed column that a table has not; a file that could not be read at all has told so already. */
export function tellMissingColumns(table: Table, needed: readonly string[], told: Told): void {
  if (table.headings.length === 0) return;
  for (const heading of needed)
    if (!table.headings.includes(heading)) told.problems.push(messages.missingColumn(table, heading));
}
