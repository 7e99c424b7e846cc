import type { Prepared } from '../designs/prepared.ts';
import type { Range } from '../finding.ts';

/** Values of the used people at both waves (NaN when not known), and the ends of their scale. */
export interface TwoWaves {
  readonly after: Float64Array;
  readonly before: Float64Array;
  readonly ends: Range;
}

/**
 * How far the difference of two mean changes could be off, whatever the unknown values are: each unknown value of participants at the
 * end that makes their change smallest and each unknown value of the others at the end that makes theirs largest, and the reverse.
 *
 * Missing: null when an arm is empty.
 */
export function changeBounds({ treated }: Pick<Prepared, 'treated'>, waves: TwoWaves): Range | null {
  const participants = meanEnds(treated, waves, 1);
  const comparison = meanEnds(treated, waves, 0);
  if (!participants || !comparison) return null;
  return [participants[0] - comparison[1], participants[1] - comparison[0]];
}

/** The least and the greatest that the mean change of an arm could be. */
function meanEnds(treated: Uint8Array, { after, before, ends }: TwoWaves, arm: number): Range | undefined {
  let [low, high, people] = [0, 0, 0];
  for (let i = 0; i < treated.length; i++) {
    if (treated[i] !== arm) continue;
    people++;
    low += known(after[i]!, ends[0]) - known(before[i]!, ends[1]);
    high += known(after[i]!, ends[1]) - known(before[i]!, ends[0]);
  }
  return people === 0 ? undefined : [low / people, high / people];
}

function known(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}
