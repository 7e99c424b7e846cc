import { MISSING_DAY } from '#evaluation/study/day.ts';
import { EVENT_KINDS, type EventRows, type PeopleRows } from '#evaluation/study/rows.ts';
import type { Traced } from './event-rows.ts';
import type { Told } from './problem.ts';
import { rowMessages } from './row-messages.ts';
import type { Table } from './table.ts';

const HIRE = EVENT_KINDS.indexOf('hire');
const RETURN = EVENT_KINDS.indexOf('return');
const EXIT = EVENT_KINDS.indexOf('exit');

/** V07: something happened to somebody who had left and not been hired again; a return after an exit changes nothing (1.4). */
export function checkAfterExit(table: Table, { rows, from }: Traced<EventRows>, told: Told): void {
  const leavers = new Map<string, number[]>();
  for (let e = 0; e < rows.count; e++) if (rows.kind[e] === EXIT) leavers.set(rows.person[e]!, []);
  for (let e = 0; e < rows.count; e++) leavers.get(rows.person[e]!)?.push(e);
  for (const [person, own] of leavers) {
    own.sort((a, b) => rows.day[a]! - rows.day[b]! || order(rows.kind[a]!) - order(rows.kind[b]!));
    let left: number | undefined;
    for (const e of own) {
      const day = rows.day[e]!;
      if (rows.kind[e] === HIRE) left = undefined;
      else if (rows.kind[e] === RETURN) continue;
      else if (left !== undefined && day > left)
        told.problems.push(
          rowMessages.afterLeaving(table, from[e]!, person, EVENT_KINDS[rows.kind[e]!]!, day, left),
        );
      else if (rows.kind[e] === EXIT) left = day;
    }
  }
}

/** On one day: what happened in the spell, then leaving, then coming back. */
function order(kind: number): number {
  if (kind === HIRE) return 2;
  return kind === EXIT ? 1 : 0;
}

/** V08: an event after the last day on which the data are said to be complete. */
export function checkLastSeen(
  table: Table,
  { rows, from }: Traced<EventRows>,
  people: PeopleRows,
  told: Told,
): void {
  const last = new Map<string, number>();
  for (const [i, person] of people.person.entries()) {
    const seen = people.lastSeen[i]!;
    if (seen !== MISSING_DAY && seen > (last.get(person) ?? MISSING_DAY)) last.set(person, seen);
  }
  if (last.size === 0) return;
  for (let e = 0; e < rows.count; e++) {
    const seen = last.get(rows.person[e]!);
    if (seen === undefined || rows.day[e]! <= seen) continue;
    told.problems.push(
      rowMessages.afterLastSeen(
        table,
        from[e]!,
        rows.person[e]!,
        EVENT_KINDS[rows.kind[e]!]!,
        rows.day[e]!,
        seen,
      ),
    );
  }
}
