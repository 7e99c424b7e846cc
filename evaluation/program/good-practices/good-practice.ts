import { measuresOn } from '../measures-on.ts';
import type { Activities } from '../agreement-defaults.ts';
import type { ProgramPlan } from '../program-plan.ts';

/** Something of a plan that a good practice needs: a measure that must be on, or a setting by its field. */
export type Condition = (
  | { readonly measure: string }
  /** The words of what is missing: `practice.unmet.<says>`. */
  | { readonly setting: string; readonly says: string }
) & { met(plan: ProgramPlan): boolean };

/** Something that a good program does; its words stand in the catalogue under `practice.<id>`. */
export interface GoodPractice {
  readonly id: string;
  /** The requirement that it comes from: S5, S16–S20. */
  readonly requirement: string;
  readonly needs: readonly Condition[];
}

/** Where a plan stands with a good practice, and what it lacks. */
export interface PracticeState {
  readonly practice: GoodPractice;
  readonly state: 'on' | 'partly' | 'off';
  readonly unmet: readonly Condition[];
}

/** Whether a plan has a good practice on: everything that it needs, some of it, nothing. */
export function practiceState(practice: GoodPractice, plan: ProgramPlan): PracticeState {
  const unmet = practice.needs.filter((condition) => !condition.met(plan));
  const state = unmet.length === 0 ? 'on' : unmet.length < practice.needs.length ? 'partly' : 'off';
  return { practice, state, unmet };
}

/** That a measure is on. */
export function measured(measure: string): Condition {
  return { measure, met: (plan) => measuresOn(plan).includes(measure) };
}

/** That an activity is on: ticked, or a number above 0. */
export function activity(name: keyof Activities): Condition {
  return {
    setting: `rhythm.activities.${name}`,
    says: name,
    met: ({ rhythm }) => rhythm.activities[name] === true || Number(rhythm.activities[name] ?? 0) > 0,
  };
}

/** That a setting has a property. */
export function setting(field: string, says: string, met: Condition['met']): Condition {
  return { setting: field, says, met };
}
