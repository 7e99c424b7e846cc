/**
 * The number in a cell, or `undefined`. With a decimal comma the point groups thousands.
 *
 * @example
 * numberOf('1.234,56', 'comma')
 * // => 1234.56
 */
export function numberOf(cell: string, decimal: 'comma' | 'point' = 'point'): number | undefined {
  const plain = decimal === 'comma' ? cell.replaceAll('.', '').replace(',', '.') : cell;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain)) return undefined;
  return Number(plain);
}
