import { textWidth } from '../../figures/text-width.ts';

/** Room at both sides of a cell's text. */
const PADDING_TWIPS = 220;

/**
 * Widths of a table's columns: their own where all fit; else each gets the room of its longest word, and of what is left as
 * much as its longest cell asks for, as browsers do.
 *
 * Shape: whole twips, one for each heading.
 * Units: twips (twentieths of a point).
 */
export function columnWidths(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { sizePoints, roomTwips }: { readonly sizePoints: number; readonly roomTwips: number },
): number[] {
  const wide = (text: string, weight: 'regular' | 'semibold') => textWidth(text, sizePoints * 20, weight);
  const widest = (parts: (text: string) => string[]) =>
    headings.map((heading, c) => {
      const cells = rows.flatMap((row) => parts(row[c] ?? '').map((part) => wide(part, 'regular')));
      const head = parts(heading).map((part) => wide(part, 'semibold'));
      return [...head, ...cells].reduce((most, one) => Math.max(most, one), 0) + PADDING_TWIPS;
    });
  const natural = widest((text) => [text]);
  if (sum(natural) <= roomTwips) return natural.map(Math.ceil);
  const least = widest((text) => text.split(/\s+/u));
  const left = roomTwips - sum(least);
  if (left <= 0) return least.map((one) => Math.floor((one * roomTwips) / sum(least)));
  const wish = sum(natural) - sum(least);
  return least.map((one, c) => Math.floor(one + ((natural[c]! - one) * left) / wish));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
