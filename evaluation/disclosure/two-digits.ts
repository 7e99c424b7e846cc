/**
 * A number at so many significant digits.
 *
 * @example
 * significant(1234.5, 2)
 * // => 1200
 */
export function significant(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

const MOST_DIGITS = 8;

/**
 * A difference at two significant digits, with more where rounding would carry it across zero or across what matters.
 *
 * @example
 * differenceShown(0.2049, 0.2)
 * // => 0.205
 */
export function differenceShown(value: number, matters: number): number {
  const side = (x: number, y: number): number => Math.sign(x - y);
  for (let digits = 2; digits < MOST_DIGITS; digits++) {
    const rounded = significant(value, digits);
    if ([0, matters, -matters].every((line) => side(rounded, line) === side(value, line))) return rounded;
  }
  return significant(value, MOST_DIGITS);
}
