import { MISSING_DAY, dayFromIso } from '#evaluation/study/day.ts';
import { EVENT_KINDS, type EventRows, type PeopleRows } from '#evaluation/study/rows.ts';
import { checkAfterExit, checkLastSeen } from './event-checks.ts';
import { tellMissingColumns } from './headings.ts';
import { messages } from './messages.ts';
import type { RowSettings } from './people-rows.ts';
import type { Told } from './problem.ts';
import { dayColumn } from './read-day.ts';
import { isRoundedKey } from './rounded-key.ts';
import { rowMessages } from './row-messages.ts';
import { strangersTo } from './strangers.ts';
import { type Table, columnOf, columnOrEmpty } from './table.ts';

/** Rows of a file, and the row of its table that each came from. */
export interface Traced<Rows> {
  readonly rows: Rows;
  readonly from: Int32Array;
}

const KIND_CODES = new Map<string, number>(EVENT_KINDS.map((kind, code) => [kind, code]));

/** The rows of the events file, checked; events of people who are not on file are ignored and told, identical rows count once. */
export function eventRows(
  table: Table,
  people: PeopleRows,
  told: Told,
  settings: RowSettings = {},
): Traced<EventRows> {
  tellMissingColumns(table, ['person', 'date', 'kind'], told);
  const person = columnOrEmpty(table, 'person');
  const value = columnOrEmpty(table, 'value');
  const kinds = columnOrEmpty(table, 'kind');
  const { days, unread } = dayColumn(table, 'date', told, settings.dates);
  const whole = ['person', 'date', 'kind'].every((heading) => columnOf(table, heading));
  const strangers = strangersTo(people);
  const seen = new Set<string>();
  let identical = 0;
  const kept: number[] = [];
  for (const [i, key] of whole ? person.entries() : []) {
    if (key === '') {
      told.problems.push(rowMessages.noPerson(table, i));
      continue;
    }
    if (isRoundedKey(key)) {
      told.problems.push(rowMessages.roundedKey(table, i, 'person'));
      continue;
    }
    const code = KIND_CODES.get(kinds[i]!.toLowerCase());
    if (code === undefined) told.problems.push(rowMessages.word(table, i, 'kind', kinds[i]!, EVENT_KINDS));
    if (days[i] === MISSING_DAY && unread[i] === 0)
      told.problems.push(rowMessages.noDate(table, i, 'date', 'the event'));
    if (code === undefined || days[i] === MISSING_DAY || strangers.isStranger(key)) continue;
    const same = `${key}\u0000${days[i]!}\u0000${code}\u0000${value[i]!}`;
    if (seen.has(same)) {
      identical++;
      continue;
    }
    seen.add(same);
    kept.push(i);
  }
  strangers.tell(table, 'events', told);
  if (identical > 0) told.problems.push(messages.identicalRows(table, identical));
  const events: Traced<EventRows> = {
    rows: {
      count: kept.length,
      person: kept.map((i) => person[i]!),
      day: Int32Array.from(kept, (i) => days[i]!),
      kind: Uint8Array.from(kept, (i) => KIND_CODES.get(kinds[i]!.toLowerCase())!),
      value: kept.map((i) => value[i]!),
    },
    from: Int32Array.from(kept),
  };
  checkAfterExit(table, events, told);
  checkLastSeen(table, events, people, told);
  tellAfterCutoff(table, events.rows.day, told, settings);
  return events;
}

/** Rows after the cut-off of the plan are ignored by the method; here they are counted. */
export function tellAfterCutoff(
  table: Table,
  days: Int32Array,
  told: Told,
  { plan }: RowSettings,
  column = 'date',
): void {
  const cutoff = plan && dayFromIso(plan.cutoff);
  if (!plan || cutoff === undefined) return;
  let n = 0;
  for (const day of days) if (day > cutoff) n++;
  if (n > 0) told.problems.push(messages.afterCutoff(table, column, n, plan.cutoff));
}
