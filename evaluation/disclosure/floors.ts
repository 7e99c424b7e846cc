import type { Plan } from '../plan/plan.ts';

/** Fewest people behind any figure, and per arm behind a figure from employment records (trust 3.1). A plan may only raise them. */
const LEAST_PEOPLE = 5;
const LEAST_PER_ARM_HR = 10;

/** The floor of a figure by where it comes from. */
export function floorOf(plan: Plan, source: 'hr' | 'survey'): number {
  return source === 'hr'
    ? Math.max(LEAST_PER_ARM_HR, plan.floors?.kHr ?? 0)
    : Math.max(LEAST_PEOPLE, plan.floors?.k ?? 0);
}
