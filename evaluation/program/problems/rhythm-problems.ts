import type { ProgramPlan } from '../program-plan.ts';
import { type PlanProblem, advice, obstacle } from './plan-problem.ts';

/** What is missing or wrong in step 2. */
export function rhythmProblems({ rhythm }: ProgramPlan): PlanProblem[] {
  const { offered, usual, ownDays, agreement } = rhythm;
  return [
    ...(offered.length === 0 ? [obstacle('rhythm', 'offered', 'rhythm-none')] : []),
    ...(offered.length > 0 && !offered.includes(usual)
      ? [obstacle('rhythm', 'usual', 'rhythm-usual', { usual })]
      : []),
    ...(offered.includes('own') && ownDays === undefined
      ? [obstacle('rhythm', 'ownDays', 'rhythm-own-days')]
      : []),
    ...(agreement.integrity.trim() === ''
      ? [obstacle('rhythm', 'agreement.integrity', 'integrity-missing')]
      : []),
    ...(agreement.confidentiality.trim() === '' || agreement.exceptions.length === 0
      ? [advice('rhythm', 'agreement.confidentiality', 'confidentiality-missing')]
      : []),
  ];
}
