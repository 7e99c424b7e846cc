import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#intake/problem.ts';
import { problemsCsvPieces } from '#intake/problems-csv.ts';
import type { Table } from '#intake/table.ts';
import { PROBLEMS } from './exit.ts';

const SHOWN = 10;

/** Writes every problem into one table, shows the first ones, and gives the exit code. */
export function refuse(out: string, problems: readonly Problem[], tables: readonly Table[]): number {
  mkdirSync(out, { recursive: true });
  const path = join(out, 'problems.csv');
  const file = openSync(path, 'w');
  try {
    for (const piece of problemsCsvPieces(problems, tables)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
  for (const problem of problems.slice(0, SHOWN)) {
    const place = problem.problem.startsWith(problem.file) ? '' : `${problem.file}: `;
    console.error(`${place}${problem.problem} ${problem.cure}`);
  }
  if (problems.length > SHOWN) console.error(`… and ${problems.length - SHOWN} more.`);
  console.error(
    `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}; nothing was evaluated. With cures: ${path}`,
  );
  return PROBLEMS;
}
