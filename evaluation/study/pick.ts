/** The entries of a column of numbers at given positions. */
export function pickColumns(column: Float64Array, positions: Int32Array): Float64Array {
  const picked = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = column[positions[i]!]!;
  return picked;
}
