import type { ProgramRows } from '#evaluation/study/program-rows.ts';
import type { Traced } from '../event-rows.ts';
import type { RowSettings } from '../people-rows.ts';
import type { Told } from '../problem.ts';
import type { SourceFile, Table } from '../table.ts';
import type { RowsOf, TableName } from './program-table.ts';
import { PROGRAM_TABLES, TABLE_NAMES } from './registry.ts';

/** Files of the tables of a program, by the name of the table. */
export type ProgramFiles = { readonly [Name in TableName]?: SourceFile };

/** A table of the program as it was read: its file, and its rows with the row of the file that each came from. */
export interface ReadTable<Name extends TableName = TableName> extends Traced<RowsOf<Name>> {
  readonly table: Table;
}

/** The tables of a program that were read. */
export type ReadProgram = { readonly [Name in TableName]?: ReadTable<Name> };

/** How a file becomes a table of text. */
export type Reading = (
  file: SourceFile,
  headings: readonly string[],
  needed: readonly string[],
) => Promise<Table>;

/** Every table of the program that has a file, checked by itself; what tables say against each other is checked in `acrossTables`. */
export async function readProgram(
  files: ProgramFiles,
  reading: Reading,
  told: Told,
  settings: RowSettings,
): Promise<ReadProgram> {
  const read: Record<string, ReadTable> = {};
  for (const name of TABLE_NAMES) {
    const file = files[name];
    if (!file) continue;
    const words = PROGRAM_TABLES[name];
    const table = await reading(
      file,
      words.headings.map(({ heading }) => heading),
      words.needed,
    );
    read[name] = { table, ...words.read(table, told, settings) };
  }
  return read as ReadProgram;
}

/** The rows of a program as a study holds them; nothing when there is no table of it at all. */
export function programRows(read: ReadProgram): { readonly program?: ProgramRows } {
  if (Object.keys(read).length === 0) return {};
  const rows = TABLE_NAMES.map((name) => [name, read[name]?.rows ?? null]);
  return { program: Object.fromEntries(rows) as unknown as ProgramRows };
}
