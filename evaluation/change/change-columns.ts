import type { OutcomeColumns } from '../effect/outcome-values.ts';
import type { Plan } from '../plan/plan.ts';
import { pickColumns } from '../study/pick.ts';
import type { Study } from '../study/study.ts';

/** The columns of an outcome as its change: the value after less the value before of the same person, where both are known. */
export interface ChangeColumns extends OutcomeColumns {
  readonly after: Float64Array;
  readonly before: Float64Array;
  /** Ends of the scale itself; the ends of its change are twice as far apart. */
  readonly scale: OutcomeColumns['ends'];
}

/**
 * The change of a scale in place of its value after; the value before is then no covariate any more.
 *
 * Missing: NaN where either value is not known, or where the value before came too late.
 */
export function changeColumns(columns: OutcomeColumns): ChangeColumns {
  const after = columns.score!;
  const before = columns.scoreBefore!;
  const { scoreBefore: _, ends, ...rest } = columns;
  return {
    ...rest,
    score: after.map((value, i) => value - before[i]!),
    ends: ends && [ends[0] - ends[1], ends[1] - ends[0]],
    after,
    before,
    scale: ends,
  };
}

/** From this share of equal values on a covariate is the value before itself. */
const THE_SAME = 0.9;

/**
 * The covariate of a plan that is the value before itself. Whoever names it has made, or wants, groups alike in it: then it stays a
 * covariate (ANCOVA) and no change is taken, because taking it away twice would count the groups' usual return to the middle as an effect.
 *
 * @see Van Breukelen 2006, 10.1016/j.jclinepi.2006.02.007
 */
export function valueBeforeAmong(study: Study, plan: Plan, columns: OutcomeColumns): string | undefined {
  const { scoreBefore, population } = columns;
  if (!scoreBefore) return undefined;
  return plan.covariates?.find((name) => {
    const covariate = study.people.covariates.get(name);
    if (covariate?.kind !== 'numeric') return false;
    const own = pickColumns(covariate.values, population.rows);
    let both = 0;
    let same = 0;
    for (let i = 0; i < own.length; i++) {
      if (Number.isNaN(own[i]!) || Number.isNaN(scoreBefore[i]!)) continue;
      both++;
      if (own[i] === scoreBefore[i]) same++;
    }
    return both > 0 && same / both >= THE_SAME;
  });
}
