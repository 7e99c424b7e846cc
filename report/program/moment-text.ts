import { dayText } from '../figures/source-line.ts';

/**
 * An instant as a lock is printed, in coordinated universal time.
 *
 * @throws RangeError when it is no ISO instant
 * @example
 * momentText('2024-09-02T10:14:33.120Z')
 * // => '2 Sep 2024, 10:14 UTC'
 */
export function momentText(iso: string): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`momentText: ${iso} is no ISO instant`);
  const utc = instant.toISOString();
  return `${dayText(utc)}, ${utc.slice(11, 16)} UTC`;
}
