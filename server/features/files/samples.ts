import { readFileSync } from 'node:fs';
import { EXPLAINED_TABLES } from '#intake/explained-tables.ts';
import { Problem } from '#server/http/problem.ts';

/** The example that the sample files are: a promotion program of two years (`examples/promotion-two-years`). */
const EXAMPLE = new URL('../../../examples/promotion-two-years/', import.meta.url);

/** Sample files that belong together. */
export const SAMPLE_NAMES: readonly string[] = ['people.csv', 'events.csv', 'plan.json'];

/** A sample file. @throws Problem `not-found` for another name */
export function sample(name: string): Uint8Array {
  if (!SAMPLE_NAMES.includes(name)) throw new Problem('not-found');
  return readFileSync(new URL(name, EXAMPLE));
}

/** An empty table with its headings. @throws Problem `not-found` where there is no such table */
export function template(name: string): string {
  const table = EXPLAINED_TABLES.find((one) => `${one.name}.csv` === name);
  if (table === undefined) throw new Problem('not-found');
  return `${table.columns.map(({ heading }) => heading).join(',')}\n`;
}
