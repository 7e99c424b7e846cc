import { comparedColumns } from '../compared-columns.ts';
import type { Prepared } from '../designs/prepared.ts';
import { someUsed } from '../designs/some-used.ts';
import { exactFigures } from '../effect/exact-figures.ts';
import { outcomeAt } from '../effect/outcome-values.ts';
import { measureOf } from '../measures/registry.ts';
import type { Plan } from '../plan/plan.ts';
import { everyPlace } from '../study/pick.ts';
import type { Study } from '../study/study.ts';
import type { CohortEffect } from './subgroup.ts';

/** The primary outcome in each cohort of a plan that names several, from the people of the pooled comparison; no verdict comes from it. */
export function cohortEffects(study: Study, plan: Plan, prepared: Prepared): CohortEffect[] {
  const { cohorts = [], primary } = plan;
  if (cohorts.length < 2) return [];
  const compared = comparedColumns(study, prepared, plan, primary, measureOf(primary.outcome));
  if (compared.missing) return [];
  const effects = cohorts.map((cohort): CohortEffect | undefined => {
    const rows = prepared.positions.map((position) => prepared.population.rows[position]!);
    const part = someUsed(
      prepared,
      everyPlace(rows.length).filter((i) => study.cohort[rows[i]!] === cohort),
    );
    const outcome = outcomeAt(compared.columns, part.positions);
    const exact = 'reason' in outcome ? undefined : exactFigures(part, outcome, 1, null);
    if (exact?.estimate == null) return undefined;
    const [participants, comparison] = exact.groups;
    return { cohort, n: [participants!.n, comparison!.n], estimate: exact.estimate, range95: exact.range95 };
  });
  // One cohort alone would tell what the others are by what is left of the whole.
  return effects.every((one) => one !== undefined) ? effects : [];
}
