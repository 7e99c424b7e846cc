/** Words of a row that sums up the others, in English and German. */
const TOTAL =
  /^((grand|sub)[ -]?)?(total|totals|sum)s?( .{0,20})?:?$|^(summe|gesamt|gesamtsumme|zwischensumme|insgesamt)( .{0,20})?:?$/i;

/** Whether a row sums up others: its first filled cell says so and another cell is empty. */
export function isTotalRow(cells: readonly string[], width: number): boolean {
  const first = cells.find((cell) => cell.trim() !== '');
  if (first === undefined || !TOTAL.test(first.trim())) return false;
  return cells.length < width || cells.some((cell) => cell.trim() === '');
}
