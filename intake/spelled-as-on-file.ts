import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { Table } from './table.ts';

/**
 * Keys as the people on file spell them: people who make up their own code do not mind its case. Where two on file differ only in case, or
 * the key is on file as it is, nothing is changed.
 */
export function spelledAsOnFile(
  table: Table,
  column: string,
  keys: readonly string[],
  onFile: Iterable<string>,
  told: Told,
): readonly string[] {
  const known = new Set(onFile);
  if (keys.every((key) => key === '' || known.has(key))) return keys;
  const byForm = new Map<string, string | null>();
  for (const key of known) {
    const form = key.toLowerCase();
    byForm.set(form, byForm.has(form) ? null : key);
  }
  const changed = new Map<string, string>();
  let n = 0;
  const spelled = keys.map((key) => {
    if (key === '' || known.has(key)) return key;
    const own = byForm.get(key.toLowerCase());
    if (own === undefined || own === null) return key;
    changed.set(key, own);
    n++;
    return own;
  });
  if (n > 0) told.problems.push(messages.otherCase(table, column, n, [...changed]));
  return spelled;
}
