import type { ProgramPlan } from '../program-plan.ts';
import { type PlanProblem, advice, obstacle } from './plan-problem.ts';
import { fromRecords, nameOf, placed } from './success-problems.ts';

const MOST_CUTS = 3;

/** What is missing or wrong in step 4. */
export function comparisonProblems(plan: ProgramPlan): PlanProblem[] {
  const { design, covariates, cuts } = plan.comparison;
  const { applicants, participants } = plan.expected;
  return [
    ...(design === undefined ? [obstacle('comparison', 'design', 'design-missing')] : []),
    ...((design === 'matched' || design === 'weighted') && covariates.length === 0
      ? [obstacle('comparison', 'covariates', 'covariates-missing')]
      : []),
    ...(design === 'before-after-comparison'
      ? placed(plan)
          .filter(([, { measure }]) => fromRecords(measure))
          .map(([, outcome]) =>
            obstacle('comparison', 'design', 'event-has-no-change', { outcome: nameOf(outcome) }),
          )
      : []),
    ...(cuts.length > MOST_CUTS ? [obstacle('comparison', 'cuts', 'cuts-many', { most: MOST_CUTS })] : []),
    ...(applicants !== undefined &&
    participants !== undefined &&
    applicants > participants &&
    design !== 'lottery' &&
    design !== 'waiting-list'
      ? [advice('comparison', 'design', 'lottery-possible', { applicants, places: participants })]
      : []),
  ];
}
