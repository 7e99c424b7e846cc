import type { Prepared } from '../designs/prepared.ts';
import { outcomeValues } from '../effect/outcome-values.ts';
import type { Range } from '../finding.ts';
import { measureOf } from '../measures/registry.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import { confirmedMeetings, type DoseBin, meetingsAgainstChange } from '../rhythm/meetings-against-change.ts';
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

/** The mean changes of participants by the meetings that were confirmed until they answered; undefined with too few people for three bins. */
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
  const { outcome, wave = 'after', label = outcome, unit = 'points', better } = planned;
  const answered = scoreColumn(study, population, outcome, wave).day;
  const own = Array.from(positions.keys()).filter((i) => prepared.treated[i] === 1);
  const counts = confirmedMeetings(
    own.map((i) => study.people.person[population.rows[positions[i]!]!]!),
    Int32Array.from(own, (i) => {
      const day = answered[positions[i]!]!;
      return day === MISSING_DAY ? study.cutoff : day;
    }),
    pairs,
    meetings,
  );
  const change = Float64Array.from(own, (i, at) =>
    counts[at] === -1 ? Number.NaN : found.values[i]! - found.before![i]!,
  );
  const clusters = Int32Array.from(own, (i) => prepared.clusters[i]!);
  const bins = meetingsAgainstChange({ meetings: counts, change, clusters });
  if ('reason' in bins) return undefined;
  const n = change.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : 1), 0);
  const who = planned.who ?? 'mentees';
  return { outcome, who, wave, label, unit, better, scale: found.ends, asked: own.length, n, bins };
}
