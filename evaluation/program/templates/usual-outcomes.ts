import type { TemplateOutcome } from './template.ts';

/** A skill to lead others, by the mentee's own answers; months are those of the program. */
export const LEADERSHIP: TemplateOutcome = {
  outcome: 'leadership',
  measure: 'skill-change',
  instrument: 'lead-1',
  wave: 'after',
  better: 'higher',
  matters: 0.2,
  unit: 'points',
  says: 'leadership',
};

export const PROMOTION: TemplateOutcome = {
  outcome: 'promotion',
  measure: 'promotion',
  months: 24,
  better: 'higher',
  matters: 0.05,
  says: 'promotion',
};

/** Staying for two years. */
export const STAYED: TemplateOutcome = {
  outcome: 'retention',
  measure: 'retention',
  months: 24,
  better: 'higher',
  matters: 0.04,
  says: 'retention',
};

/** Staying for the first year, of new people or of those who came back. */
export const STAYED_A_YEAR: TemplateOutcome = { ...STAYED, months: 12, matters: 0.05 };

export const OPPORTUNITY: TemplateOutcome = {
  outcome: 'opportunities',
  measure: 'opportunities',
  months: 12,
  better: 'higher',
  matters: 0.05,
  says: 'opportunities',
};

/** Mentors who mentor too much pay for the program; a watch-out of every template that measures anything. */
export const MENTOR_STRAIN: TemplateOutcome = {
  outcome: 'strain',
  measure: 'mentor-workload',
  instrument: 'strain-1',
  who: 'mentors',
  wave: 'after',
  better: 'lower',
  matters: 0.2,
  unit: 'points',
  says: 'strain',
};

/** The outcomes that a plan offers ready-made; any other scale can be named by hand. */
export const OUTCOME_CHOICES: readonly TemplateOutcome[] = [
  LEADERSHIP,
  PROMOTION,
  STAYED,
  OPPORTUNITY,
  MENTOR_STRAIN,
];
