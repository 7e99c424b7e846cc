import type { Prepared } from '../designs/prepared.ts';
import type { Finding } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Study } from '../study/study.ts';
import { cohortEffects } from './cohort-effects.ts';
import { contrastsOf } from './contrasts-of.ts';
import type { SubgroupContrast, Subgroups } from './subgroup.ts';

/** Before the look, and where nobody is compared. */
export const NO_SUBGROUPS: Subgroups = { contrasts: [], cohorts: [] };

/** Differences between the groups and cohorts that the plan names; none where a control outcome says that the comparison does not hold. */
export function subgroupsOf(
  study: Study,
  plan: Plan,
  prepared: (who: 'mentees' | 'mentors') => Prepared,
  findings: readonly Finding[],
): Subgroups {
  const contrasts = contrastsOf(study, plan, prepared);
  const failed = findings.some(({ gates }) => gates.some(({ id }) => id === 'F6'));
  if (!failed)
    return { contrasts, cohorts: cohortEffects(study, plan, prepared(plan.primary.who ?? 'mentees')) };
  return { contrasts: contrasts.map(silenced), cohorts: [] };
}

function silenced(contrast: SubgroupContrast): SubgroupContrast {
  return {
    ...contrast,
    figures: null,
    cells: [],
    missing: { reason: 'groups-not-compared', values: { gate: 'F6' } },
    state: contrast.state && 'cannot-tell',
  };
}
