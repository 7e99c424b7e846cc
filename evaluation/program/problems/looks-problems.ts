import { dayFromIso, horizonDays, isoFromDay } from '../../study/day.ts';
import type { ProgramPlan } from '../program-plan.ts';
import { type PlanProblem, obstacle } from './plan-problem.ts';
import { fromRecords, nameOf, placed } from './success-problems.ts';

/** What is missing or wrong in step 7. */
export function looksProblems(plan: ProgramPlan): PlanProblem[] {
  const { cutoff, look } = plan.looks;
  return [
    ...(cutoff === undefined ? [obstacle('looks', 'cutoff', 'cutoff-missing')] : []),
    ...(look === undefined ? [obstacle('looks', 'look', 'look-missing')] : []),
    ...(look !== undefined && cutoff !== undefined && look < cutoff
      ? [obstacle('looks', 'look', 'look-early', { look, cutoff })]
      : []),
    ...(cutoff === undefined ? [] : tooSoon(plan, cutoff)),
  ];
}

/** Outcomes that are not over on the last day of data. */
function tooSoon(plan: ProgramPlan, cutoff: string): PlanProblem[] {
  const from = plan.purpose.from === undefined ? undefined : dayFromIso(plan.purpose.from);
  return placed(plan).flatMap(([, outcome]) => {
    const { measure, months, wave = 'after' } = outcome;
    const ends = fromRecords(measure)
      ? from !== undefined && months !== undefined
        ? isoFromDay(from + horizonDays(months))
        : undefined
      : plan.privacy.surveys.find((survey) => survey.wave === wave)?.on;
    if (ends === undefined || cutoff >= ends) return [];
    return [obstacle('looks', 'cutoff', 'cutoff-early', { cutoff, ends, outcome: nameOf(outcome) })];
  });
}
