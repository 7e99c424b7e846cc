import { programOutcomes } from '#evaluation/program/measures-on.ts';
import type { ProgramOutcome, ProgramPlan } from '#evaluation/program/program-plan.ts';
import { TEMPLATES } from '#evaluation/program/templates/registry.ts';
import { programWord } from '#report/program/program-word.ts';

/** What an outcome is in a plan; closed. */
export const OUTCOME_PARTS = ['primary', 'also', 'watch-out', 'negative-control', 'off'] as const;
export type OutcomePart = (typeof OUTCOME_PARTS)[number];

/** An outcome that can be chosen, and what it is now. */
export interface OutcomeChoice {
  readonly part: OutcomePart;
  readonly outcome: ProgramOutcome;
  /** A share is asked for in 100 people, a scale in its points. */
  readonly inHundred: boolean;
}

/** Outcomes that are counted in people: what matters is so many in 100. */
const COUNTED = new Set(['promotion', 'retention', 'opportunities']);

/** Whether an outcome is counted in people. */
export function isCounted({ outcome }: Pick<ProgramOutcome, 'outcome'>): boolean {
  return COUNTED.has(outcome);
}

/** The outcomes of the plan, then those of the templates that it does not have. */
export function outcomeChoices(plan: ProgramPlan): OutcomeChoice[] {
  const { success } = plan;
  const here = programOutcomes(success);
  const part = (outcome: ProgramOutcome): OutcomePart =>
    outcome === success.primary
      ? 'primary'
      : success.also.includes(outcome)
        ? 'also'
        : success.watchOuts.includes(outcome)
          ? 'watch-out'
          : 'negative-control';
  const known = new Set(here.map(keyOf));
  const others = TEMPLATES.flatMap(({ primary, also, watchOuts }) => [
    ...(primary === undefined ? [] : [primary]),
    ...also,
    ...watchOuts,
  ]).flatMap(({ says, ...outcome }) => {
    if (known.has(keyOf(outcome))) return [];
    known.add(keyOf(outcome));
    return [{ ...outcome, label: programWord(`template.outcome.${says}`) }];
  });
  return [
    ...here.map((outcome) => ({ part: part(outcome), outcome, inHundred: isCounted(outcome) })),
    ...others.map((outcome) => ({ part: 'off' as const, outcome, inHundred: isCounted(outcome) })),
  ];
}

/** An outcome is itself by what is measured and on whom. */
export function keyOf({ outcome, who }: Pick<ProgramOutcome, 'outcome' | 'who'>): string {
  return `${outcome}/${who ?? 'mentees'}`;
}
