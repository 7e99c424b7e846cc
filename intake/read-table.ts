import { type CsvSettings, csvTable } from './csv-table.ts';
import { messages } from './messages.ts';
import { parquetTable } from './parquet-table.ts';
import type { Told } from './problem.ts';
import type { SourceFile, Table } from './table.ts';
import { xlsxTable } from './xlsx-table.ts';

/**
 * A file of any form that is read here as a table; what its name ends with decides, CSV when nothing does.
 * A file without rows is a problem.
 *
 * @param known headings that have their own spelling
 * @param needed headings by which the heading row is found when titles stand above it
 */
export async function readTable(
  file: SourceFile,
  known: readonly string[],
  needed: readonly string[],
  told: Told,
  settings: CsvSettings = {},
): Promise<Table> {
  const before = told.problems.length;
  const table = await tableOf(file, known, needed, told, settings);
  if (table.lines.length === 0 && told.problems.length === before)
    told.problems.push(messages.noRows(file.name));
  tellUnnamed(table, told);
  return table;
}

/** Columns without a heading that hold something: nobody knows what, so nothing is done with them silently. */
function tellUnnamed(table: Table, told: Told): void {
  for (const [c, heading] of table.headings.entries()) {
    if (heading !== '') continue;
    const filled = table.columns[c]!.filter((cell) => cell !== '').length;
    if (filled > 0) told.problems.push(messages.unnamedColumn(table, c + 1, filled));
  }
}

async function tableOf(
  file: SourceFile,
  known: readonly string[],
  needed: readonly string[],
  told: Told,
  settings: CsvSettings,
): Promise<Table> {
  if (/\.xlsx$/i.test(file.name)) return xlsxTable(file, known, needed, told);
  if (/\.parquet$/i.test(file.name)) return parquetTable(file, known, told);
  if (file.bytes[0] === 0xd0 && file.bytes[1] === 0xcf) {
    told.problems.push(
      messages.unreadable(
        file.name,
        `${file.name} is an old or a locked workbook.`,
        'Save it as .xlsx without a password, or export CSV.',
      ),
    );
    return { file: file.name, headings: [], columns: [], lines: [], headingLine: 1 };
  }
  return csvTable(file, known, told, settings, needed);
}
