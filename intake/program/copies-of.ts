import type { Table } from '../table.ts';

/** A row whose key stood before, and whether it is the same word for word. */
interface Copy {
  readonly first: number;
  readonly row: number;
  readonly same: boolean;
}

type Values = ArrayLike<string | number>;

/** Rows whose key stood in a row before them. Rows with an empty text at the head of the key are nobody's copy: they are a problem already. */
export function copiesOf(table: Table, rows: object, key: readonly string[], occasion?: Values): Copy[] {
  const [leading, ...others] = key.map((property) => (rows as Readonly<Record<string, Values>>)[property]!);
  const n = table.lines.length;
  let ids = numbered(leading!, n);
  if (occasion) others.push(occasion);
  for (const column of others) ids = numbered(joined(ids, numbered(column, n)), n);
  const first = new Int32Array(n).fill(-1);
  const copies: Copy[] = [];
  for (let row = 0; row < n; row++) {
    if (leading![row] === '') continue;
    const id = ids[row]!;
    if (first[id]! < 0) first[id] = row;
    else copies.push(copy(table, first[id]!, row));
  }
  return copies;
}

function copy(table: Table, first: number, row: number): Copy {
  return { first, row, same: table.columns.every((column) => column[first] === column[row]) };
}

/** Equal values as equal whole numbers from 0 on: a number takes far less room in a key than a text. */
function numbered(values: Values, n: number): Int32Array {
  const known = new Map<string | number, number>();
  const ids = new Int32Array(n);
  for (let row = 0; row < n; row++) {
    let id = known.get(values[row]!);
    if (id === undefined) {
      id = known.size;
      known.set(values[row]!, id);
    }
    ids[row] = id;
  }
  return ids;
}

/** Two columns of whole numbers as one, equal where both are. */
function joined(one: Int32Array, other: Int32Array): Float64Array {
  let most = 0;
  for (const id of other) if (id > most) most = id;
  const both = new Float64Array(one.length);
  for (let row = 0; row < both.length; row++) both[row] = one[row]! * (most + 1) + other[row]!;
  return both;
}
