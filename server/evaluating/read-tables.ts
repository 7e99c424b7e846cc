import { isoFromDay } from '#evaluation/study/day.ts';
import { EVENT_HEADINGS, PEOPLE_HEADINGS, SCORE_HEADINGS } from '#intake/headings.ts';
import type { TableName } from '#intake/program/program-table.ts';
import { PROGRAM_TABLES } from '#intake/program/registry.ts';
import { refusedHeadings } from '#intake/refused-columns.ts';
import type { SourceFile, Table } from '#intake/table.ts';
import type { Intake } from '#intake/take-in.ts';
import { understoodTables } from '#intake/understood-columns.ts';
import type { ReadColumn, ReadTable } from './reading.ts';

/** Each table as it was understood; columns that are never needed are named, and nothing of what they hold leaves. */
export function readTables(intake: Intake, files: Readonly<Record<string, SourceFile>>): ReadTable[] {
  return understoodTables(intake, isoFromDay).map((told, t) => {
    const table = intake.tables[t]!;
    const name = nameOf(table, files);
    const known = headingsOf(name);
    const never = refusedHeadings(table);
    const columns = told.columns.map((column): ReadColumn => {
      const use = useOf(column.heading, name, known, never);
      return use === 'never-needed' ? { ...column, values: [], use } : { ...column, use };
    });
    return { ...told, table: name, columns };
  });
}

function nameOf({ file }: Table, files: Readonly<Record<string, SourceFile>>): string {
  return Object.entries(files).find(([, one]) => one.name === file)?.[0] ?? file;
}

function headingsOf(name: string): readonly string[] {
  if (name === 'people') return PEOPLE_HEADINGS;
  if (name === 'events') return EVENT_HEADINGS;
  if (name === 'scores') return SCORE_HEADINGS;
  return PROGRAM_TABLES[name as TableName]?.headings.map(({ heading }) => heading) ?? [];
}

function useOf(
  heading: string,
  table: string,
  known: readonly string[],
  never: ReadonlySet<string>,
): ReadColumn['use'] {
  if (never.has(heading)) return 'never-needed';
  if (known.includes(heading)) return 'known';
  return table === 'people' ? 'characteristic' : 'not-read';
}
