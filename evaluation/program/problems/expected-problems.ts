import { canWeSeeIt } from '../can-we-see-it.ts';
import type { ProgramPlan } from '../program-plan.ts';
import { type PlanProblem, obstacle } from './plan-problem.ts';
import { nameOf } from './success-problems.ts';

/** What is missing or wrong in step 5: what nobody says, and outcomes that would usually be missed without anybody having said so. */
export function expectedProblems(plan: ProgramPlan): PlanProblem[] {
  const { participants, comparison } = plan.expected;
  const seen = canWeSeeIt(plan);
  const compares = !('lacks' in seen) || seen.lacks !== 'comparison-group';
  const missing = [
    ...(participants === undefined ? ['participants' as const] : []),
    ...(comparison === undefined && compares ? ['comparison' as const] : []),
  ];
  return [
    ...missing.map((who) => obstacle('expected', who, 'people-missing', { who })),
    ...('lacks' in seen ? [] : seen.rows).flatMap((row) => {
      const outcome = nameOf(row.outcome);
      if ('lacks' in row) {
        if (row.lacks === 'participants' || row.lacks === 'comparison') return [];
        return [obstacle('expected', fieldOf(row), 'outcome-lacks', { outcome, lacks: row.lacks })];
      }
      if (row.sight !== 'short') return [];
      const chance = row.visible.chances[0]!.some;
      return [obstacle('expected', 'keptKnowingly', 'outcome-short', { outcome, chance })];
    }),
  ];
}

function fieldOf({
  outcome,
  lacks,
}: {
  readonly outcome: { readonly outcome: string };
  readonly lacks: string;
}): string {
  if (lacks === 'mentors') return 'mentors';
  return `outcomes.${outcome.outcome}.${lacks === 'spread' ? 'spread' : 'share'}`;
}
