import { clusteredMean } from '#stats/means/clustered-mean.ts';
import type { Prepared } from '../designs/prepared.ts';
import { outcomeValues } from '../effect/outcome-values.ts';
import { meanRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import { measureOf } from '../measures/registry.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import { pairMeetings } from '../rhythm/pair-meetings.ts';
import { MISSING_DAY } from '../study/day.ts';
import type { MeetingRows, PairRows } from '../study/program-rows.ts';
import { scoreColumn } from '../study/score-column.ts';
import type { Study } from '../study/study.ts';

/** Change by how often people met: a picture with a warning, never evidence (picture P19). */
export interface DoseView {
  readonly outcome: string;
  readonly who: 'mentees' | 'mentors';
  /** The wave that is put beside the one before the start. */
  readonly wave: string;
  readonly label: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /** Ends of the scale. */
  readonly scale: Range | null;
  /** Participants, and those of whom change and meetings are known. */
  readonly asked: number;
  readonly n: number;
  readonly bins: readonly DoseBin[];
}

/** People who met about as often. */
export interface DoseBin {
  /** Meetings, first and last number. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly value: number;
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
}

const MOST_BINS = 4;
const FEWEST_BINS = 3;
/** Least people of a bin (screens, P19). */
const LEAST_PEOPLE = 20;

/** The mean changes of participants by the meetings that either of the two noted until they answered; undefined with fewer than three bins. */
export function doseView(
  study: Study,
  prepared: Prepared,
  planned: PlannedOutcome,
  pairs: PairRows,
  meetings: MeetingRows,
): DoseView | undefined {
  const measure = measureOf(planned.outcome);
  if (measure.counts !== null) return undefined;
  const { population, positions } = prepared;
  const found = outcomeValues(study, population, planned, measure, positions);
  if ('reason' in found || found.kind !== 'score' || !found.before) return undefined;
  const who = planned.who ?? 'mentees';
  const answered = scoreColumn(study, population, planned.outcome, planned.wave ?? 'after').day;
  const daysOf = meetingDays(pairs, meetings, who, study.cutoff);
  const own = Array.from(positions.keys()).filter((i) => prepared.treated[i] === 1);
  const people = own.flatMap((i) => {
    const change = found.values[i]! - found.before![i]!;
    const days = daysOf.get(study.people.person[population.rows[positions[i]!]!]!);
    if (Number.isNaN(change) || days === undefined) return [];
    const until = answered[positions[i]!]! === MISSING_DAY ? study.cutoff : answered[positions[i]!]!;
    const met = days.reduce((sum, day) => sum + (day <= until ? 1 : 0), 0);
    return [{ met, change, cluster: prepared.clusters[i]! }];
  });
  const bins = doseBins(people.map(({ met }) => met)).map(([from, to]) => {
    const inside = people.filter(({ met }) => met >= from && met <= to);
    const mean = clusteredMean({
      values: Float64Array.from(inside, ({ change }) => change),
      clusters: Int32Array.from(inside, ({ cluster }) => cluster),
    });
    return {
      from,
      to,
      n: inside.length,
      value: mean.estimate,
      range95: meanRange(mean, 0.95),
      range80: meanRange(mean, 0.8),
      range50: meanRange(mean, 0.5),
    };
  });
  if (bins.length === 0) return undefined;
  const { outcome, wave = 'after', label = outcome, unit = 'points', better } = planned;
  return {
    outcome,
    who,
    wave,
    label,
    unit,
    better,
    scale: found.ends,
    asked: own.length,
    n: people.length,
    bins,
  };
}

/** The days on which each person of a role met anybody, over all their pairs; somebody without a pair is not there. */
function meetingDays(
  pairs: PairRows,
  meetings: MeetingRows,
  who: 'mentees' | 'mentors',
  cutoff: number,
): Map<string, number[]> {
  const met = pairMeetings(pairs, meetings, cutoff);
  const days = new Map<string, number[]>();
  const people = who === 'mentors' ? pairs.mentor : pairs.mentee;
  for (let i = 0; i < pairs.count; i++) {
    if (people[i] === '') continue;
    const own = met.days.subarray(met.offsets[i], met.offsets[i + 1]);
    days.set(people[i]!, [...(days.get(people[i]!) ?? []), ...own]);
  }
  return days;
}

/**
 * Ranges of numbers of meetings with about as many people each, as many as there may be: four, else three.
 *
 * Shape: first and last number of each; nobody who met equally often is torn apart.
 *
 * @returns nothing when not even three ranges of twenty people can be made
 */
export function doseBins(met: readonly number[]): (readonly [from: number, to: number])[] {
  const sorted = met.toSorted((a, b) => a - b);
  for (let bins = MOST_BINS; bins >= FEWEST_BINS; bins--) {
    const made: [number, number][] = [];
    let start = 0;
    for (let bin = bins; bin > 0 && start < sorted.length; bin--) {
      let end =
        bin === 1 ? sorted.length : start + Math.max(LEAST_PEOPLE, Math.round((sorted.length - start) / bin));
      while (end < sorted.length && sorted[end] === sorted[end - 1]) end++;
      if (sorted.length - end < LEAST_PEOPLE) end = sorted.length;
      if (end - start < LEAST_PEOPLE) break;
      made.push([sorted[start]!, sorted[end - 1]!]);
      start = end;
    }
    if (made.length >= FEWEST_BINS && start === sorted.length) return made;
  }
  return [];
}
