import type { Range } from '../finding.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { AskedValues } from './asked-values.ts';
import type { Side } from './pair-views.ts';

/**
 * One number per person of a side from one number per pair: the mean over the pairs that the person stands in. A pair that is not
 * known leaves the person's bounds open.
 *
 * Shape: people in the order in which their first pair stands; a pair without that person counts as somebody of its own.
 *
 * @param ends how low and how high a pair that is not known could be, for all pairs or for each
 */
export function overPeople(
  pairs: PairRows,
  side: Side,
  perPair: Float64Array,
  ends: Range | null | ((pair: number) => Range),
): AskedValues {
  const clusters = linkedPairs(pairs);
  const all = typeof ends === 'function' ? NOBODY_CAN_SAY : (ends ?? NOBODY_CAN_SAY);
  const endsOf = typeof ends === 'function' ? ends : (): Range => all;
  const people = new Map<string, Sums>();
  for (let i = 0; i < pairs.count; i++) {
    const person = pairs[side][i]! === '' ? `\u0000${i}` : pairs[side][i]!;
    const sums = people.get(person) ?? {
      cluster: clusters[i]!,
      sum: 0,
      known: 0,
      lowest: 0,
      highest: 0,
      pairs: 0,
    };
    people.set(person, sums);
    const value = perPair[i]!;
    const known = !Number.isNaN(value);
    const [low, high] = known ? [value, value] : endsOf(i);
    sums.pairs++;
    sums.lowest += low;
    sums.highest += high;
    if (!known) continue;
    sums.sum += value;
    sums.known++;
  }
  const each = [...people.values()];
  return {
    values: Float64Array.from(each, ({ sum, known }) => (known === 0 ? Number.NaN : sum / known)),
    lowest: Float64Array.from(each, (sums) => sums.lowest / sums.pairs),
    highest: Float64Array.from(each, (sums) => sums.highest / sums.pairs),
    clusters: Int32Array.from(each, ({ cluster }) => cluster),
    people: each.filter(({ known }) => known > 0).length,
  };
}

/** Of a scale without ends. */
const NOBODY_CAN_SAY: Range = [Number.NaN, Number.NaN];

interface Sums {
  cluster: number;
  sum: number;
  known: number;
  lowest: number;
  highest: number;
  pairs: number;
}
