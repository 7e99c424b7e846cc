/** Every one of them with `PLUMBLINE_LONG=1`; else one in so many is asked at each place. */
const EVERYTHING = process.env['PLUMBLINE_LONG'] === '1';

/**
 * A part of a corpus for one place: another part at the next, so that over all places every one is asked. With
 * `PLUMBLINE_LONG=1` it is the whole corpus everywhere.
 */
export function sampled<T>(corpus: readonly T[], place: number, oneIn: number): readonly T[] {
  return EVERYTHING ? corpus : corpus.filter((_, i) => (i + place) % oneIn === 0);
}
