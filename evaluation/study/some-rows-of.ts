type Column = Uint8Array | Int32Array | Float64Array | readonly unknown[];

/** Some rows of a table, in the order of the list; a list of typed columns is taken column by column. */
export function someRowsOf<Rows extends object>(rows: Rows, kept: ArrayLike<number>): Rows {
  const some: Record<string, unknown> = { count: kept.length };
  for (const [name, column] of Object.entries(rows))
    if (name !== 'count') some[name] = someOf(column as Column, kept);
  return some as Rows;
}

function someOf(column: Column, kept: ArrayLike<number>): Column {
  if (column instanceof Uint8Array) return Uint8Array.from(kept, (row) => column[row]!);
  if (column instanceof Int32Array) return Int32Array.from(kept, (row) => column[row]!);
  if (column instanceof Float64Array) return Float64Array.from(kept, (row) => column[row]!);
  return column[0] instanceof Uint8Array
    ? column.map((one) => someOf(one as Uint8Array, kept))
    : Array.from(kept, (row) => column[row]!);
}
