import type { Step } from '../program-plan.ts';

/** Everything that can be missing from a plan or wrong in it, with its words in the catalogue under `plan-problem.<key>`; a closed set. */
export const PROBLEM_KEYS = [
  'program-missing',
  'from-missing',
  'to-missing',
  'to-before-from',
  'objectives-none',
  'objective-orphan',
  'kpi-orphan',
  'kpi-lacks',
  'kpi-no-target',
  'gate-none',
  'roles-clash',
  'holder-none',
  'rhythm-none',
  'rhythm-usual',
  'rhythm-own-days',
  'integrity-missing',
  'confidentiality-missing',
  'measure-unknown',
  'measure-lacks',
  'measure-orphan',
  'kind-none',
  'primary-missing',
  'watch-out-none',
  'outcomes-many',
  'outcome-twice',
  'months-missing',
  'outcome-not-asked',
  'outcome-not-asked-before',
  'cut-misplaced',
  'design-missing',
  'covariates-missing',
  'event-has-no-change',
  'cuts-many',
  'lottery-possible',
  'people-missing',
  'outcome-lacks',
  'outcome-short',
  'least-outside',
  'least-hr-outside',
  'groups-many',
  'keep-too-long',
  'survey-day-missing',
  'instrument-unknown',
  'waves-disordered',
  'baseline-late',
  'keeper-none',
  'readers-none',
  'cap-exceeded',
  'cutoff-missing',
  'look-missing',
  'look-early',
  'cutoff-early',
] as const;
export type ProblemKey = (typeof PROBLEM_KEYS)[number];

/** One thing that is missing or wrong, and where it is put right. */
export interface PlanProblem {
  readonly step: Step;
  /** Path of the field, parts of lists by their place: `purpose.kpis.2.unit`. */
  readonly field: string;
  readonly key: ProblemKey;
  /** What fills the words: names, numbers, days; shares 0 to 1. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Whether a plan with it can be locked. */
  readonly blocks: boolean;
}

type Values = PlanProblem['values'];

/** A problem that stands in the way of the lock. */
export function obstacle(step: Step, field: string, key: ProblemKey, values: Values = {}): PlanProblem {
  return { step, field: `${step}.${field}`, key, values, blocks: true };
}

/** Something to know, which stands in nobody's way. */
export function advice(step: Step, field: string, key: ProblemKey, values: Values = {}): PlanProblem {
  return { step, field: `${step}.${field}`, key, values, blocks: false };
}
