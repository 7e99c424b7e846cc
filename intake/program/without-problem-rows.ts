import type { Problem } from '../problem.ts';
import { reasonsByLine } from '../reasons-by-line.ts';
import type { TableName } from './program-table.ts';
import type { ReadProgram, ReadTable } from './read-program.ts';
import { TABLE_NAMES } from './registry.ts';
import { someRowsOf } from '#evaluation/study/some-rows-of.ts';

/** Rows of one file left out for one reason. */
export interface LeftOutOfTable {
  readonly file: string;
  readonly reason: string;
  readonly n: number;
}

/** A row of a pair whose row in the pairs file was left out. */
const WITH_PAIR = 'pair-left-out';

/** The tables of a program without the rows that have a problem, and how many were left out; a pair takes its rows along. */
export function programWithoutProblemRows(
  read: ReadProgram,
  problems: readonly Problem[],
): { readonly program: ReadProgram; readonly leftOut: readonly LeftOutOfTable[] } {
  const leftOut: LeftOutOfTable[] = [];
  const program: Record<string, ReadTable> = {};
  const clean = (name: TableName, gone: ReadonlySet<string>): void => {
    const table = read[name];
    if (!table) return;
    const { kept, counts } = cleanRows(table, reasonsByLine(problems, table.table.file), gone);
    for (const [reason, n] of counts) leftOut.push({ file: table.table.file, reason, n });
    program[name] =
      kept.length === table.rows.count
        ? table
        : {
            table: table.table,
            rows: someRowsOf(table.rows, kept),
            from: Int32Array.from(kept, (row) => table.from[row]!),
          };
  };
  clean('pairs', new Set());
  const still = new Set((program as ReadProgram).pairs?.rows.pair);
  const gone = new Set(read.pairs?.rows.pair.filter((pair) => !still.has(pair)));
  for (const name of TABLE_NAMES) if (name !== 'pairs') clean(name, gone);
  return { program: program as ReadProgram, leftOut };
}

function cleanRows(
  { table, rows, from }: ReadTable,
  reasons: ReadonlyMap<number, string>,
  gonePairs: ReadonlySet<string>,
): { kept: number[]; counts: Map<string, number> } {
  const pairs = 'pair' in rows ? rows.pair : undefined;
  const kept: number[] = [];
  const linesOfPairs = new Set<number>();
  for (let row = 0; row < rows.count; row++) {
    const line = table.lines[from[row]!]!;
    if (reasons.has(line)) continue;
    if (pairs && gonePairs.has(pairs[row]!)) linesOfPairs.add(line);
    else kept.push(row);
  }
  const counts = new Map<string, number>();
  for (const reason of reasons.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (linesOfPairs.size > 0) counts.set(WITH_PAIR, linesOfPairs.size);
  return { kept, counts };
}
