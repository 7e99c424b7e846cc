import type { Table } from '../table.ts';

/** A row whose key stood before, and whether it is the same word for word. */
interface Copy {
  readonly first: number;
  readonly row: number;
  readonly same: boolean;
}

/** Rows whose key stood in a row before them. Rows with an empty text in the key are nobody's copy: they are a problem already. */
export function copiesOf(table: Table, rows: object, key: readonly string[]): Copy[] {
  const columns = key.map(
    (property) => (rows as Readonly<Record<string, ArrayLike<string | number>>>)[property]!,
  );
  const [leading, ...others] = columns;
  const seen = new Map<string, number>();
  const copies: Copy[] = [];
  for (let row = 0; row < table.lines.length; row++) {
    if (leading![row] === '') continue;
    let whole = String(leading![row]);
    for (const column of others) whole += `\u0000${column[row]}`;
    const first = seen.get(whole);
    if (first === undefined) seen.set(whole, row);
    else copies.push({ first, row, same: table.columns.every((column) => column[first] === column[row]) });
  }
  return copies;
}
