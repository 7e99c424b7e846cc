import { headingForm } from '../headings.ts';
import type { Told } from '../problem.ts';
import type { Table } from '../table.ts';
import { areOneSlipApart } from './one-slip-apart.ts';
import { tableMessages } from './table-messages.ts';

/** Columns that nothing is read from, and which of them may be a known one in another spelling. */
export function tellUnusedColumns(table: Table, known: readonly string[], told: Told): void {
  const missing = known.filter((heading) => !table.headings.includes(heading));
  const unused: string[] = [];
  for (const heading of table.headings) {
    if (heading === '' || known.includes(heading)) continue;
    const meant = missing.find((one) => areOneSlipApart(headingForm(heading), one));
    if (meant === undefined) unused.push(heading);
    else told.problems.push(tableMessages.misspelt(table, heading, meant));
  }
  if (unused.length > 0) told.problems.push(tableMessages.unused(table, unused));
}
