import { type ExplainedTable, FIRST_TABLES } from './first-tables.ts';
import type { NamedColumn, TableName } from './program/program-table.ts';
import { PROGRAM_TABLES, TABLE_NAMES } from './program/registry.ts';

/** Every table that is read, explained, in the order in which they are read. */
export const EXPLAINED_TABLES: readonly ExplainedTable[] = [
  ...FIRST_TABLES,
  ...TABLE_NAMES.map(explainedTable),
];

function explainedTable(name: TableName): ExplainedTable {
  const { about, headings, key } = PROGRAM_TABLES[name];
  const headingOf = (property: string): string => headings.find((one) => one.property === property)!.heading;
  return { name, about, columns: headings.map(explainedColumn), key: key.map(headingOf) };
}

function explainedColumn({ heading, column }: NamedColumn) {
  return { heading, need: column.need, form: column.form, about: column.about };
}
