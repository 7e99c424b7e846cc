import { comparisonProblems } from './problems/comparison-problems.ts';
import { expectedProblems } from './problems/expected-problems.ts';
import { looksProblems } from './problems/looks-problems.ts';
import type { PlanProblem } from './problems/plan-problem.ts';
import { privacyProblems } from './problems/privacy-problems.ts';
import { purposeProblems } from './problems/purpose-problems.ts';
import { rhythmProblems } from './problems/rhythm-problems.ts';
import { successProblems } from './problems/success-problems.ts';
import { type ProgramPlan, STEPS, type Step } from './program-plan.ts';

/** How far a step of a plan has come. */
export interface StepState {
  readonly step: Step;
  readonly state: 'done' | 'attention' | 'cannot-start';
  /** What stands in the way, and what is only to be known (`blocks` false); the first are first. */
  readonly problems: readonly PlanProblem[];
}

const PROBLEMS: Readonly<Record<Step, (plan: ProgramPlan) => PlanProblem[]>> = {
  purpose: purposeProblems,
  rhythm: rhythmProblems,
  success: successProblems,
  comparison: comparisonProblems,
  expected: expectedProblems,
  privacy: privacyProblems,
  looks: looksProblems,
};

/**
 * Every step of a plan with what is missing: done, needs attention, or cannot start yet.
 *
 * What can be seen cannot be asked before outcomes and comparison are decided; the plan cannot be locked before everything else is done.
 */
export function stepStates(plan: ProgramPlan): readonly StepState[] {
  const states = new Map<Step, StepState>();
  for (const step of STEPS) {
    const found = PROBLEMS[step](plan);
    const problems = [...found.filter(({ blocks }) => blocks), ...found.filter(({ blocks }) => !blocks)];
    const waits = WAITS_FOR[step]?.some((one) => states.get(one)!.state !== 'done') ?? false;
    const state = waits ? 'cannot-start' : problems.some(({ blocks }) => blocks) ? 'attention' : 'done';
    states.set(step, { step, state, problems });
  }
  return [...states.values()];
}

const WAITS_FOR: Readonly<Partial<Record<Step, readonly Step[]>>> = {
  expected: ['success', 'comparison'],
  looks: STEPS.slice(0, -1),
};

/** Everything that stands in the way of the lock, in the order of the steps; empty when the plan can be locked. */
export function obstacles(plan: ProgramPlan): readonly PlanProblem[] {
  return STEPS.flatMap((step) => PROBLEMS[step](plan)).filter(({ blocks }) => blocks);
}
