import type { Prepared } from '../designs/prepared.ts';
import { outcomeValues } from '../effect/outcome-values.ts';
import type { Finding } from '../finding.ts';
import { measureOf } from '../measures/registry.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import type { Study } from '../study/study.ts';

/** The bins of figure P03, in the direction in which the scale counts: whichever way is good. */
export const CHANGE_BINS = ['fell', 'within', 'rose', 'rose-a-lot'] as const;
export type ChangeBin = (typeof CHANGE_BINS)[number];

/** How many people changed, and how much, on one scale: the data of figure P03. */
export interface ChangeBins {
  readonly outcome: string;
  readonly who: Finding['who'];
  readonly label: string;
  readonly wave: string;
  /** A change smaller than this counts as none; from twice this on as a lot. */
  readonly matters: number;
  readonly groups: readonly ChangeGroup[];
}

/** One arm: people who answered both times. */
export interface ChangeGroup {
  readonly who: 'participants' | 'comparison';
  readonly n: number;
  /** People, in the order of `CHANGE_BINS`. */
  readonly counts: readonly number[];
  /** Shares, weighted as the comparison is. */
  readonly shares: readonly number[];
}

/** Differences of decimals that are equal on paper may differ by this. */
const ROUNDING = 1e-9;
const A_LOT = 2;

/** The bins of a finding on a scale; undefined for events, where nobody answered twice, and where the questions changed (F9). */
export function changeBins(study: Study, prepared: Prepared, finding: Finding): ChangeBins | undefined {
  const measure = measureOf(finding.outcome);
  if (measure.counts !== null || finding.gates.some(({ id }) => id === 'F9')) return undefined;
  const { outcome, who, label, matters, better } = finding;
  const wave = finding.wave ?? 'after';
  const planned: PlannedOutcome = { outcome, who, wave, better, matters };
  const values = outcomeValues(study, prepared.population, planned, measure, prepared.positions);
  if ('reason' in values || !values.before) return undefined;
  const changed = values.values.map((value, i) => value - values.before![i]!);
  const groups = ([1, 0] as const).flatMap((arm) => group(prepared, changed, arm, matters));
  return groups.length === 0 ? undefined : { outcome, who, label, wave, matters, groups };
}

function group(prepared: Prepared, changed: Float64Array, arm: 0 | 1, matters: number): ChangeGroup[] {
  const counts = [0, 0, 0, 0];
  const weights = [0, 0, 0, 0];
  for (let i = 0; i < changed.length; i++) {
    if (prepared.treated[i] !== arm || Number.isNaN(changed[i]!)) continue;
    const bin = binOf(changed[i]!, matters);
    counts[bin]!++;
    weights[bin]! += prepared.weights[i]!;
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (n === 0 || whole === 0) return [];
  return [
    {
      who: arm === 1 ? 'participants' : 'comparison',
      n,
      counts,
      shares: weights.map((weight) => weight / whole),
    },
  ];
}

/** Position in `CHANGE_BINS`: a change of exactly what matters is one. */
function binOf(change: number, matters: number): number {
  if (change <= -matters + ROUNDING) return 0;
  if (change < matters - ROUNDING) return 1;
  return change < A_LOT * matters - ROUNDING ? 2 : 3;
}
