import { MISSING_DAY } from '#evaluation/study/day.ts';
import { EVENT_KINDS, type EventKind, type EventRows, type PeopleRows } from '#evaluation/study/rows.ts';
import type { Problem } from './problem.ts';
import { type DateOrder, dayColumn } from './read-day.ts';
import { type Table, columnOf, wrong } from './table.ts';

/** The rows of events.csv, checked; events of people who are not on file are ignored and told. */
export function eventRows(
  table: Table,
  people: PeopleRows,
  problems: Problem[],
  dates?: DateOrder,
): EventRows {
  for (const heading of ['person', 'date', 'kind']) {
    if (!columnOf(table, heading)) {
      problems.push(
        wrong(
          table.file,
          1,
          heading,
          null,
          'V01',
          `${table.file} has no column \`${heading}\`. Columns found: ${table.headings.join(', ')}.`,
          `Add the column \`${heading}\`.`,
        ),
      );
    }
  }
  const empty = new Array<string>(table.lines.length).fill('');
  const person = columnOf(table, 'person') ?? empty;
  const value = columnOf(table, 'value') ?? empty;
  const kinds = columnOf(table, 'kind') ?? empty;
  const day = dayColumn(table, 'date', problems, dates);
  const known = new Set(people.person);
  const kept: number[] = [];
  const strangers = new Set<string>();
  let ignored = 0;
  person.forEach((key, i) => {
    const line = table.lines[i]!;
    if (!EVENT_KINDS.includes(kinds[i] as EventKind)) {
      problems.push(
        wrong(
          table.file,
          line,
          'kind',
          kinds[i]!,
          'kind',
          `\`${kinds[i]!}\` is not a kind of event.`,
          `Write one of: ${EVENT_KINDS.join(', ')}.`,
        ),
      );
    } else if (!known.has(key)) {
      strangers.add(key);
      ignored++;
    } else if (day[i] === MISSING_DAY) {
      problems.push(
        wrong(table.file, line, 'date', '', 'V02', 'The event has no date.', 'Write it as YYYY-MM-DD.'),
      );
    } else kept.push(i);
  });
  if (ignored > 0) {
    problems.push({
      ...wrong(
        table.file,
        null,
        'person',
        null,
        'V15',
        `${ignored} events belong to ${strangers.size} people who are not in the people file.`,
        'They are ignored; add the people if they belong to the study.',
      ),
      severity: 'warning',
    });
  }
  const events: EventRows = {
    count: kept.length,
    person: kept.map((i) => person[i]!),
    day: Int32Array.from(kept, (i) => day[i]!),
    kind: Uint8Array.from(kept, (i) => EVENT_KINDS.indexOf(kinds[i] as EventKind)),
    value: kept.map((i) => value[i]!),
  };
  checkAfterExit(table, events, kept, problems);
  checkLastSeen(table, events, kept, people, problems);
  return events;
}

/** V07: something happened to somebody who had left and not come back. */
function checkAfterExit(table: Table, events: EventRows, rows: readonly number[], problems: Problem[]): void {
  const order = rows
    .map((_, i) => i)
    .sort((a, b) => {
      if (events.person[a] !== events.person[b]) return events.person[a]! < events.person[b]! ? -1 : 1;
      return events.day[a]! - events.day[b]! || events.kind[a]! - events.kind[b]!;
    });
  const [hire, exit] = [EVENT_KINDS.indexOf('hire'), EVENT_KINDS.indexOf('exit')];
  let left = -1;
  order.forEach((e, at) => {
    if (at === 0 || events.person[e] !== events.person[order[at - 1]!]) left = -1;
    if (events.kind[e] === hire) left = -1;
    else if (left >= 0 && events.day[e]! > events.day[left]! && EVENT_KINDS[events.kind[e]!] !== 'return') {
      problems.push(
        wrong(
          table.file,
          table.lines[rows[e]!]!,
          'date',
          columnOf(table, 'date')![rows[e]!]!,
          'V07',
          `${events.person[e]!} has an event (${EVENT_KINDS[events.kind[e]!]}) after leaving.`,
          'Correct the date, or add the hire that began the second spell.',
        ),
      );
    }
    if (events.kind[e] === exit) left = e;
  });
}

/** V08: an event after the last day on which the data are said to be complete. */
function checkLastSeen(
  table: Table,
  events: EventRows,
  rows: readonly number[],
  people: PeopleRows,
  problems: Problem[],
): void {
  const last = new Map<string, number>();
  people.person.forEach((key, i) => {
    if (people.lastSeen[i] !== MISSING_DAY)
      last.set(key, Math.max(last.get(key) ?? MISSING_DAY, people.lastSeen[i]!));
  });
  events.person.forEach((key, e) => {
    const seen = last.get(key);
    if (seen === undefined || events.day[e]! <= seen) return;
    problems.push(
      wrong(
        table.file,
        table.lines[rows[e]!]!,
        'date',
        columnOf(table, 'date')![rows[e]!]!,
        'V08',
        `${key}: the event lies after last_seen.`,
        'last_seen must be the last day on which the data are complete.',
      ),
    );
  });
}
