import { MISSING_DAY } from '#evaluation/study/day.ts';
import type { Told } from '../problem.ts';
import type { Table } from '../table.ts';
import { columnOrEmpty } from '../table.ts';
import { tableMessages } from './table-messages.ts';

type NamedDays = readonly [heading: string, days: Int32Array];

/** A problem per row in which a day lies before another that comes first; days that are not given are in nobody's way. */
export function tellEarlier(
  table: Table,
  told: Told,
  [late, later]: NamedDays,
  [early, earlier]: NamedDays,
): void {
  for (let row = 0; row < later.length; row++)
    if (later[row] !== MISSING_DAY && earlier[row] !== MISSING_DAY && later[row]! < earlier[row]!)
      told.problems.push(tableMessages.earlier(table, row, late, later[row]!, early, earlier[row]!));
}

/** A problem per row that says how something ended whose end has no day. */
export function tellEndedHow(table: Table, told: Told, endKind: Uint8Array, ended: Int32Array): void {
  const heading = table.headings.includes('ended') ? 'ended' : 'to';
  const cells = columnOrEmpty(table, heading);
  for (let row = 0; row < ended.length; row++)
    if (endKind[row] !== 0 && cells[row] === '') told.problems.push(tableMessages.endedHow(table, row));
}
