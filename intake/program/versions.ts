import type { Told } from '../problem.ts';
import type { Table } from '../table.ts';
import { tableMessages } from './table-messages.ts';

interface Asked {
  readonly instrument: readonly string[];
  readonly version: readonly string[];
}

/** Instruments that were asked in several versions, and versions of no named instrument (F9). */
export function tellVersions(table: Table, { instrument, version }: Asked, told: Told): void {
  const versions = new Map<string, Set<string>>();
  for (const [row, name] of instrument.entries()) {
    const one = version[row]!;
    if (one === '') continue;
    if (name === '') {
      told.problems.push(tableMessages.versionOfNothing(table, row));
      continue;
    }
    const seen = versions.get(name);
    if (seen) seen.add(one);
    else versions.set(name, new Set([one]));
  }
  for (const [name, seen] of versions)
    if (seen.size > 1) told.problems.push(tableMessages.versions(table, name, [...seen].sort()));
}
