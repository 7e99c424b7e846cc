/** What `plainNumber` and `signedNumber` write: grouped or not, a real minus sign. */
const WRITTEN = /^([+−])?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/u;

/** A number with the format in which a spreadsheet shows it as the report does. */
export interface NumberCell {
  readonly value: number;
  readonly format: string;
}

/**
 * The number that a text of a report's table shows; undefined where it shows something else, or a code with zeros in front.
 *
 * @example
 * numberCell('−1,234.50')?.value
 * // => -1234.5
 */
export function numberCell(text: string): NumberCell | undefined {
  const parts = WRITTEN.exec(text);
  if (!parts || /^0\d/u.test(parts[2]!)) return undefined;
  const [, sign, whole, decimals] = parts;
  const size = Number(`${whole!.replaceAll(',', '')}.${decimals ?? '0'}`);
  const plain = `${whole!.includes(',') ? '#,##0' : '0'}${decimals ? `.${'0'.repeat(decimals.length)}` : ''}`;
  return {
    value: sign === '−' ? -size : size,
    format: sign === undefined ? plain : `+${plain};−${plain};${plain}`,
  };
}
