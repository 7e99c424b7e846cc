import type { Activities } from '../agreement-defaults.ts';
import type { Comparison, EthicsGate } from '../program-plan.ts';
import type { TemplateSurvey } from './template.ts';

/** What pairs and program team do in a program that follows good practice. */
export const USUAL_ACTIVITIES: Activities = {
  growthAims: true,
  growthAreas: true,
  goals: true,
  goalChecks: true,
  restatedAims: true,
  checkIns: true,
  feedback: true,
  reviewEvery: 6,
  surveyAfter: 6,
  teamReviewWeeks: 4,
  saidAndDone: true,
  integrityReport: true,
  concerns: true,
};

/** What is owed to everybody: at the start, in the middle, at the end, after it. */
export const USUAL_GATES: readonly EthicsGate[] = [
  { at: 'start', gate: 'acknowledgement' },
  { at: 'start', gate: 'consent' },
  { at: 'middle', gate: 'confidentiality' },
  { at: 'end', gate: 'closing-talk' },
  { at: 'after', gate: 'retention' },
];

/** Similar people by what is usually on file. */
export const SIMILAR_PEOPLE: Comparison = {
  design: 'matched',
  fallback: 'words',
  match: { exact: ['grade'], ratio: 2, caliper: 0.2 },
  covariates: ['grade', 'tenure_years', 'last_rating', 'past_promotions'],
  cuts: [],
};

/** Spread and correlation that scales of 1 to 5 usually have. */
export const USUAL_SCALE = { spread: 0.75, correlation: 0.6 } as const;

/**
 * A survey before, one on the way, one at the end. Minutes come from the number of items at ten seconds each, with the promise to read and a
 * comment to write; areas to grow in take four more before the start.
 */
export function threeSurveys(skill: readonly string[]): readonly TemplateSurvey[] {
  return [
    {
      id: 'before',
      wave: 'before',
      passed: 0,
      instruments: [...skill, 'strain-1'],
      promise: 'confidential',
      minutes: { mentee: 8, mentor: 5 },
    },
    {
      id: 'middle',
      wave: 'during1',
      passed: 0.5,
      instruments: ['core-1'],
      promise: 'confidential',
      minutes: { mentee: 4, mentor: 4 },
    },
    {
      id: 'after',
      wave: 'after',
      passed: 1,
      instruments: ['core-1', ...skill, 'strain-1'],
      promise: 'confidential',
      minutes: { mentee: 6, mentor: 6 },
    },
  ];
}
