import type { ProgramPlan } from '../program-plan.ts';
import { ETHICS_PRACTICES } from './ethics.ts';
import { GOAL_PRACTICES } from './goals.ts';
import { type GoodPractice, type PracticeState, practiceState } from './good-practice.ts';
import { MEETING_PRACTICES } from './meetings.ts';
import { OUTCOME_PRACTICES } from './outcomes.ts';
import { RELATIONSHIP_PRACTICES } from './relationship.ts';

/** Every good practice, by chapter. */
export const GOOD_PRACTICES = {
  relationship: RELATIONSHIP_PRACTICES,
  goals: GOAL_PRACTICES,
  meetings: MEETING_PRACTICES,
  outcomes: OUTCOME_PRACTICES,
  ethics: ETHICS_PRACTICES,
} as const satisfies Readonly<Record<string, readonly GoodPractice[]>>;

/** Where a plan stands with every good practice, in the order of the chapters. */
export function practiceStates(plan: ProgramPlan): readonly PracticeState[] {
  return Object.values(GOOD_PRACTICES)
    .flat()
    .map((practice) => practiceState(practice, plan));
}
