import { type CsvSettings, csvTable } from './csv-table.ts';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { SourceFile, Table } from './table.ts';

/** A file of any form that is read here as a table; what its name ends with decides. A file without rows is a problem. */
export async function readTable(
  file: SourceFile,
  known: readonly string[],
  needed: readonly string[],
  told: Told,
  settings: CsvSettings,
): Promise<Table> {
  const before = told.problems.length;
  const table = await tableOf(file, known, needed, told, settings);
  if (table.lines.length === 0 && told.problems.length === before)
    told.problems.push(messages.noRows(file.name));
  return table;
}

async function tableOf(
  file: SourceFile,
  known: readonly string[],
  _needed: readonly string[],
  told: Told,
  settings: CsvSettings,
): Promise<Table> {
  return csvTable(file, known, told, settings);
}
