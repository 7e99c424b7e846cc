import { designEffect } from '#stats/power/design-effect.ts';
import { detectableDifference } from '#stats/power/detectable-difference.ts';
import type { Plan, PlannedOutcome } from '../plan/plan.ts';
import { expectedOutcome, expectedPeople } from './expectations.ts';
import { RELIABLE, comparedAs } from './visibility.ts';

/**
 * The smallest difference that so many people would reliably show, from what the plan expected and never from the data: said where there is
 * too little data to judge.
 *
 * Missing: undefined where the plan says nothing of the outcome, or nothing would be seen.
 */
export function detectableNow(
  plan: Plan,
  outcome: Pick<PlannedOutcome, 'outcome' | 'better'>,
  [treated, comparison]: readonly [participants: number, comparison: number],
): number | undefined {
  const sources = { asked: { participants: treated, comparison }, plan: plan.expects ?? {}, data: {} };
  const expected = expectedOutcome(sources, outcome);
  const people = expectedPeople(sources);
  if ('lacks' in expected || 'lacks' in people || treated < 1 || comparison < 1) return undefined;
  const effect = designEffect({
    meanSize: people.menteesPerMentor.value,
    sizeVariation: people.mentorVariation.value,
    intraclassCorrelation: people.mentorCorrelation.value,
  });
  return detectableDifference(
    comparedAs(expected, plan.design),
    { treated, comparison, designEffect: effect },
    { direction: outcome.better, chance: RELIABLE, level: 0.95 },
  );
}
