/**
 * The same day a year later: roles are granted for 12 months. 29 February goes to the 28th.
 *
 * @example
 * yearLater('2024-02-29')
 * // => '2025-02-28'
 */
export function yearLater(day: string): string {
  const year = String(Number(day.slice(0, 4)) + 1).padStart(4, '0');
  return `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
}
