/** The row of each key; of a key that stands twice, the first. */
export function rowOfKey(keys: readonly string[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let i = 0; i < keys.length; i++) if (!rows.has(keys[i]!)) rows.set(keys[i]!, i);
  return rows;
}
