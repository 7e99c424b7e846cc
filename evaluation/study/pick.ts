/** The entries of a column of numbers at given positions. */
export function pickColumns(column: Float64Array, positions: Int32Array): Float64Array {
  const picked = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = column[positions[i]!]!;
  return picked;
}

/** The same of whole numbers: days, codes, 0 and 1. */
export function pickedRows<Column extends Int32Array | Uint8Array>(
  column: Column,
  positions: Int32Array,
): Column {
  const picked = (
    column instanceof Uint8Array ? new Uint8Array(positions.length) : new Int32Array(positions.length)
  ) as Column;
  for (let i = 0; i < positions.length; i++) picked[i] = column[positions[i]!]!;
  return picked;
}

/** Places of a column of codes that hold a code, rising. */
export function rowsWhere(column: Uint8Array, code: number): Int32Array {
  const rows = new Int32Array(column.length);
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i] === code) rows[count++] = i;
  return rows.slice(0, count);
}

/** Every place of so many: 0, 1, 2 … */
export function everyPlace(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) places[i] = i;
  return places;
}
