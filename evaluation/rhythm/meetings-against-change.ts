import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { meanRange } from '../effect/ranges.ts';
import type { Missing, Range } from '../finding.ts';
import { MISSING_DAY } from '../study/day.ts';
import type { MeetingRows, PairRows } from '../study/program-rows.ts';
import { pairMeetings } from './pair-meetings.ts';

/** Fewer people in a bin would make a point of few (P19). */
const LEAST_PER_BIN = 20;
const MOST_BINS = 4;
const FEWEST_BINS = 3;

/** People who met so often, and how much they changed on average. Never a fair comparison: who meets more differs in other ways. */
export interface DoseBin {
  /** Confirmed meetings, both ends included; the first bin begins at 0 and the last has no end. */
  readonly from: number;
  readonly to: number | null;
  readonly n: number;
  readonly mean: number;
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
}

/** One person: confirmed meetings, change of the score, and who belongs together. */
export interface DoseRows {
  readonly meetings: Int32Array;
  /** NaN when not known; such people are left out. */
  readonly change: Float64Array;
  readonly clusters: Int32Array;
}

/**
 * Confirmed meetings of each person up to and with a day of their own, over all pairs that the person was in.
 *
 * Missing: −1 for somebody without a pair.
 */
export function confirmedMeetings(
  people: readonly string[],
  until: Int32Array,
  pairs: PairRows,
  meetings: MeetingRows,
): Int32Array {
  const last = until.reduce((latest, day) => Math.max(latest, day), MISSING_DAY);
  const met = pairMeetings(pairs, meetings, last);
  const pairsOf = new Map<string, number[]>();
  for (let i = 0; i < pairs.count; i++)
    for (const person of [pairs.mentor[i]!, pairs.mentee[i]!]) {
      const own = pairsOf.get(person);
      if (own) own.push(i);
      else pairsOf.set(person, [i]);
    }
  return Int32Array.from(people, (person, p) => {
    const own = pairsOf.get(person);
    if (person === '' || !own) return -1;
    let count = 0;
    for (const i of own)
      for (let m = met.offsets[i]!; m < met.offsets[i + 1]!; m++)
        if (met.confirmed[m] === 1 && met.days[m]! <= until[p]!) count++;
    return count;
  });
}

/**
 * Change by number of meetings in three or four bins of about equal size, each with at least 20 people (picture P19); people with equally
 * many meetings stay together.
 *
 * @returns the reason when no three such bins can be made
 */
export function meetingsAgainstChange({ meetings, change, clusters }: DoseRows): DoseBin[] | Missing {
  const known = Int32Array.from(change.keys())
    .filter((i) => !Number.isNaN(change[i]!))
    .sort((a, b) => meetings[a]! - meetings[b]!);
  const tooFew: Missing = {
    reason: 'too-few-people',
    values: { have: known.length, need: FEWEST_BINS * LEAST_PER_BIN },
  };
  for (let bins = MOST_BINS; bins >= FEWEST_BINS; bins--) {
    const starts = binStarts(known, meetings, bins);
    if (starts) return starts.map((_, k) => binOf(k, starts, known, { meetings, change, clusters }));
  }
  return tooFew;
}

/** Where bins of about equal size begin; undefined when one would have too few people. */
function binStarts(known: Int32Array, meetings: Int32Array, bins: number): number[] | undefined {
  const starts = [0];
  for (let k = 1; k < bins; k++) {
    let at = Math.round((k * known.length) / bins);
    while (at < known.length && at > 0 && meetings[known[at]!] === meetings[known[at - 1]!]) at++;
    starts.push(at);
  }
  return starts.every((start, k) => (starts[k + 1] ?? known.length) - start >= LEAST_PER_BIN)
    ? starts
    : undefined;
}

function binOf(k: number, starts: readonly number[], known: Int32Array, rows: DoseRows): DoseBin {
  const end = starts[k + 1];
  const own = known.subarray(starts[k], end ?? known.length);
  const mean = clusteredMean({
    values: Float64Array.from(own, (i) => rows.change[i]!),
    clusters: own.map((i) => rows.clusters[i]!),
  });
  return {
    from: k === 0 ? 0 : rows.meetings[own[0]!]!,
    to: end === undefined ? null : rows.meetings[known[end]!]! - 1,
    n: own.length,
    mean: mean.estimate,
    range95: meanRange(mean, 0.95),
    range80: meanRange(mean, 0.8),
    range50: meanRange(mean, 0.5),
  };
}
