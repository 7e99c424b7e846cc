import { clusteredMean } from '#stats/means/clustered-mean.ts';
import type { Prepared } from '../designs/prepared.ts';
import { answerCells, type JoinedCells, joinedCells } from '../disclosure/joined-cells.ts';
import { outcomeValues } from '../effect/outcome-values.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import { measureOf } from '../measures/registry.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import type { Study } from '../study/study.ts';

/** The bins of change, in points of the scale: fell, within what matters, rose, rose by twice that or more. */
export const CHANGE_BINS = ['fell', 'within', 'rose', 'rose-a-lot'] as const;

/** Changes of means miss a limit by less than this. */
const NEARLY = 1e-9;

/** How many changed how much from before to the wave of the plan, group by group (picture P03). */
export interface ChangeView {
  readonly outcome: string;
  readonly who: 'mentees' | 'mentors';
  /** The wave that is put beside the one before the start. */
  readonly wave: string;
  readonly label: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  readonly matters: number;
  /** Bins that are shown as one, the same for all groups; empty when they cannot be told apart. */
  readonly cells: readonly JoinedCells[];
  readonly groups: readonly ChangeGroup[];
}

/** People of one group with both values known. */
export interface ChangeGroup {
  readonly who: 'participants' | 'comparison';
  readonly n: number;
  readonly asked: number;
  /** One per cell; shares weighted as the comparison is. */
  readonly cells: readonly {
    readonly count: number;
    readonly share: number;
    readonly range95: Range | null;
  }[];
}

/**
 * The changes of an outcome that is a scale; undefined for events, and where nobody has both values.
 *
 * @param need least people of a bin in each group
 */
export function changeView(
  study: Study,
  prepared: Prepared,
  planned: PlannedOutcome,
  need: number,
): ChangeView | undefined {
  const measure = measureOf(planned.outcome);
  if (measure.counts !== null) return undefined;
  const found = outcomeValues(study, prepared.population, planned, measure, prepared.positions);
  if ('reason' in found || found.kind !== 'score' || !found.before) return undefined;
  const { values, before } = found;
  const bins = values.map((value, i) => binOf(value - before[i]!, planned.matters));
  const arms = ([1, 0] as const).flatMap((arm) => {
    const own = Array.from(bins.keys()).filter((i) => prepared.treated[i] === arm);
    const known = own.filter((i) => bins[i]! >= 0);
    return known.length === 0 ? [] : [{ arm, asked: own.length, known }];
  });
  if (arms[0]?.arm !== 1) return undefined;
  const cells = joinedCells(
    arms.map(({ known }) => CHANGE_BINS.map((_, bin) => known.filter((i) => bins[i] === bin).length)),
    answerCells(need),
  );
  return {
    outcome: planned.outcome,
    who: planned.who ?? 'mentees',
    wave: planned.wave ?? 'after',
    label: planned.label ?? planned.outcome,
    unit: planned.unit ?? 'points',
    better: planned.better,
    matters: planned.matters,
    cells,
    groups: arms.map(({ arm, asked, known }) => ({
      who: arm === 1 ? ('participants' as const) : ('comparison' as const),
      n: known.length,
      asked,
      cells: cells.map(({ from, to }) => cellOf(prepared, known, (i) => bins[i]! >= from && bins[i]! <= to)),
    })),
  };
}

/** Position in `CHANGE_BINS`, −1 when a value is not known. */
function binOf(change: number, matters: number): number {
  if (Number.isNaN(change)) return -1;
  if (change <= -matters + NEARLY) return 0;
  if (change < matters - NEARLY) return 1;
  return change < 2 * matters - NEARLY ? 2 : 3;
}

function cellOf(prepared: Prepared, known: readonly number[], inside: (i: number) => boolean) {
  const values = Float64Array.from(known, (i) => (inside(i) ? 1 : 0));
  const share = clusteredMean({
    values,
    weights: Float64Array.from(known, (i) => prepared.weights[i]!),
    clusters: Int32Array.from(known, (i) => prepared.clusters[i]!),
  });
  const estimate = Math.min(1, Math.max(0, share.estimate));
  return {
    count: values.reduce((sum, one) => sum + one, 0),
    share: estimate,
    range95: shareRange({ ...share, estimate }, known.length, 0.95),
  };
}
