import type { Plan } from '#evaluation/plan/plan.ts';
import { MISSING_DAY } from '#evaluation/study/day.ts';
import type { PeopleRows } from '#evaluation/study/rows.ts';
import { covariatesOf } from './covariates.ts';
import { tellMissingColumns } from './headings.ts';
import { lookAlikes } from './look-alike.ts';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import { type DateOrder, type DayColumn, dayColumn } from './read-day.ts';
import type { Decimal } from './decimal-evidence.ts';
import { decimalOf } from './decimal-sign.ts';
import { cellNumber } from './read-number.ts';
import { isRoundedKey } from './rounded-key.ts';
import { rowMessages } from './row-messages.ts';
import { type Table, columnOf, columnOrEmpty } from './table.ts';

/** What is known before a file is read into rows. */
export interface RowSettings {
  readonly dates?: DateOrder | undefined;
  readonly decimal?: Decimal | undefined;
  readonly plan?: Plan | undefined;
}

const ARMS = { participant: 1, comparison: 0 };
const ROLES = { mentee: 0, mentor: 1 };
const TOOK_PART = { yes: 1, no: 0, true: 1, false: 0, '1': 1, '0': 0 };
const NOT_KNOWN = 2;

/** The rows of the people file, checked; every row of the file is kept, in its order. */
export function peopleRows(table: Table, told: Told, settings: RowSettings = {}): PeopleRows {
  tellMissingColumns(table, ['person', 'arm', 'index'], told);
  const person = columnOrEmpty(table, 'person');
  const cohort = columnOrEmpty(table, 'cohort');
  const index = dayColumn(table, 'index', told, settings.dates);
  const hired = dayColumn(table, 'hired', told, settings.dates);
  const lastSeen = dayColumn(table, 'last_seen', told, settings.dates);
  const arm = wordColumn(table, 'arm', ARMS, undefined, told);
  if (columnOf(table, 'person')) checkKeys(table, person, cohort, told);
  checkDays(table, { person, arm, index, hired, lastSeen }, told);
  return {
    count: table.lines.length,
    person,
    cohort,
    arm,
    index: index.days,
    role: wordColumn(table, 'role', ROLES, ROLES.mentee, told),
    hired: hired.days,
    lastSeen: lastSeen.days,
    mentor: columnOrEmpty(table, 'mentor'),
    stratum: columnOrEmpty(table, 'stratum'),
    probability: probabilities(table, told, settings.decimal),
    tookPart: wordColumn(table, 'took_part', TOOK_PART, NOT_KNOWN, told),
    covariates: covariatesOf(table, told, settings),
  };
}

/** Codes of words, case aside; an empty cell is `empty`, or a problem when there is no code for it. */
function wordColumn(
  table: Table,
  heading: string,
  words: Readonly<Record<string, number>>,
  empty: number | undefined,
  told: Told,
): Uint8Array {
  const codes = new Uint8Array(table.lines.length).fill(empty ?? 0);
  const cells = columnOf(table, heading);
  if (!cells) return codes;
  for (const [i, cell] of cells.entries()) {
    if (cell === '' && empty !== undefined) continue;
    const word = cell.toLowerCase();
    if (Object.hasOwn(words, word)) codes[i] = words[word]!;
    else told.problems.push(rowMessages.word(table, i, heading, cell, Object.keys(words)));
  }
  return codes;
}

function probabilities(table: Table, told: Told, named: Decimal | undefined): Float64Array {
  const values = new Float64Array(table.lines.length).fill(Number.NaN);
  const cells = columnOf(table, 'probability');
  if (!cells) return values;
  const decimal = decimalOf(table, 'probability', cells, told, named);
  for (const [i, cell] of cells.entries()) {
    if (cell === '') continue;
    const value = cellNumber(table, cell, decimal);
    if (value === undefined || value <= 0 || value >= 1)
      told.problems.push(rowMessages.probability(table, i, cell));
    else values[i] = value;
  }
  return values;
}

/** V03 and look-alike keys: one row per person and cohort, and nobody joined by guess. */
function checkKeys(table: Table, person: readonly string[], cohort: readonly string[], told: Told): void {
  const rows = new Map<string, number>();
  for (const [i, key] of person.entries()) {
    if (key === '') {
      told.problems.push(rowMessages.noPerson(table, i));
      continue;
    }
    if (isRoundedKey(key)) {
      told.problems.push(rowMessages.roundedKey(table, i, 'person'));
      continue;
    }
    const whole = cohort[i] === '' ? key : `${key}\u0000${cohort[i]!}`;
    const first = rows.get(whole);
    if (first === undefined) rows.set(whole, i);
    else {
      const problem = rowMessages.personTwice(table, first, i, key, cohort[i]!);
      const same = table.columns.every((column) => column[first] === column[i]);
      told.problems.push(same ? problem : { ...problem, alsoLines: [table.lines[first]!] });
    }
  }
  for (const [i, keys] of (columnOf(table, 'mentor') ?? []).entries())
    if (keys.split(';').some((key) => isRoundedKey(key.trim())))
      told.problems.push(rowMessages.roundedKey(table, i, 'mentor'));
  const alike = lookAlikes(person);
  if (alike.length > 0) told.problems.push(messages.lookAlike(table, 'person', alike));
}

interface PeopleDays {
  readonly person: readonly string[];
  readonly arm: Uint8Array;
  readonly index: DayColumn;
  readonly hired: DayColumn;
  readonly lastSeen: DayColumn;
}

/** V05 and V09, and a participant's index date. */
function checkDays(table: Table, { person, arm, index, hired, lastSeen }: PeopleDays, told: Told): void {
  const hasIndex = columnOf(table, 'index') !== undefined;
  for (const [i, key] of person.entries()) {
    const day = index.days[i]!;
    if (day === MISSING_DAY) {
      if (hasIndex && arm[i] === 1 && index.unread[i] === 0)
        told.problems.push(rowMessages.noIndex(table, i, key));
      continue;
    }
    if (hired.days[i] !== MISSING_DAY && hired.days[i]! > day)
      told.problems.push(rowMessages.hiredLater(table, i, key, hired.days[i]!, day));
    if (lastSeen.days[i] !== MISSING_DAY && lastSeen.days[i]! < day)
      told.problems.push(rowMessages.seenEarlier(table, i, key, lastSeen.days[i]!, day));
  }
}
