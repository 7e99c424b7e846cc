import type { Applicant } from '#evaluation/draw/lottery-draw.ts';
import { inertText } from '#evaluation/disclosure/inert-text.ts';
import { applicantMessages } from './applicant-messages.ts';
import { tellMissingColumns, PEOPLE_HEADINGS } from './headings.ts';
import { lookAlikes } from './look-alike.ts';
import { messages } from './messages.ts';
import { type Guess, type Problem, nothingTold } from './problem.ts';
import { readTable } from './read-table.ts';
import { isRoundedKey } from './rounded-key.ts';
import { rowMessages } from './row-messages.ts';
import { type SourceFile, type Table, columnOf } from './table.ts';
import type { IntakeSettings } from './take-in.ts';

/** The people of a draw, or everything that is wrong with their list at once. */
export interface ReadApplicants {
  readonly applicants: readonly Applicant[];
  /** The column that parts the draws; null when everybody is in one. */
  readonly strataColumn: string | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly guesses: readonly Guess[];
  readonly tables: readonly Table[];
}

/** The column that parts the draws when none is named. */
const STRATUM = 'stratum';

/**
 * A list of applicants: a row per person, and a column of strata if there are any.
 *
 * @param strata the column that parts the draws; `stratum` when not named and there
 */
export async function readApplicants(
  file: SourceFile,
  settings: IntakeSettings,
  strata?: string,
): Promise<ReadApplicants> {
  const told = nothingTold();
  const table = await readTable(file, PEOPLE_HEADINGS, ['person'], told, settings);
  tellMissingColumns(table, strata === undefined ? ['person'] : ['person', strata], told);
  const person = columnOf(table, 'person') ?? [];
  const strataColumn = strata ?? (columnOf(table, STRATUM) ? STRATUM : null);
  const stratum = strataColumn === null ? undefined : columnOf(table, strataColumn);
  const first = new Map<string, number>();
  for (const [i, key] of person.entries()) {
    if (key === '') told.problems.push(rowMessages.noPerson(table, i));
    else if (isRoundedKey(key)) told.problems.push(rowMessages.roundedKey(table, i, 'person'));
    else if (inertText(key) !== key) told.problems.push(applicantMessages.formula(table, i, 'person', key));
    const earlier = first.get(key);
    if (key !== '' && earlier !== undefined) {
      const problem = applicantMessages.twice(table, earlier, i, key);
      told.problems.push({ ...problem, alsoLines: [table.lines[earlier]!] });
    } else first.set(key, i);
    const cell = stratum?.[i];
    if (cell === '') told.problems.push(applicantMessages.noStratum(table, i, strataColumn!, key));
    else if (cell !== undefined && inertText(cell) !== cell)
      told.problems.push(applicantMessages.formula(table, i, strataColumn!, cell));
  }
  for (const [column, cells] of [
    ['person', person],
    [strataColumn ?? STRATUM, stratum ?? []],
  ] as const) {
    const alike = lookAlikes(cells);
    if (alike.length > 0) told.problems.push(messages.lookAlike(table, column, alike));
  }
  return {
    applicants: person.map((key, i) => ({ person: key, stratum: stratum?.[i] ?? '' })),
    strataColumn,
    problems: told.problems.filter(({ severity }) => severity === 'error'),
    warnings: told.problems.filter(({ severity }) => severity === 'warning'),
    guesses: told.guesses,
    tables: [table],
  };
}
