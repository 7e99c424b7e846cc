import { measureOf } from '../measures/registry.ts';
import type { Plan, PlannedOutcome } from '../plan/plan.ts';
import {
  type ExpectedPeople,
  type Sources,
  expectedMentors,
  expectedOutcome,
  expectedPeople,
  foreseenOutcomes,
} from './expectations.ts';
import { type Visibility, visibilityOf } from './visibility.ts';

/** An outcome of which nothing can be said before the start, and what nobody says of it. */
export interface Unforeseen {
  readonly outcome: PlannedOutcome;
  readonly lacks: 'share' | 'spread' | 'room' | 'mentors' | 'participants' | 'comparison';
}

/** What a plan could see, before anything starts. */
export interface Foreseen {
  readonly plan: Plan;
  readonly people: ExpectedPeople;
  readonly outcomes: readonly Visibility[];
  readonly unforeseen: readonly Unforeseen[];
}

/** What a planned comparison could see of each outcome, or which number of people nobody says. */
export function foreseen(
  plan: Plan,
  sources: Sources,
): Foreseen | { readonly lacks: 'participants' | 'comparison' } {
  const people = expectedPeople(sources);
  if ('lacks' in people) return people;
  const family = plan.also?.length ?? 0;
  const seen = foreseenOutcomes(plan).map((outcome) =>
    foreseenOutcome(sources, { ...outcome, design: plan.design, family }),
  );
  return {
    plan,
    people,
    outcomes: seen.flatMap((one) => ('lacks' in one ? [] : [one])),
    unforeseen: seen.flatMap((one) => ('lacks' in one ? [one] : [])),
  };
}

/** One outcome that is asked about, in its place in the plan. */
export interface ForeseenAsked {
  readonly planned: PlannedOutcome;
  readonly role: Visibility['role'];
  readonly design: Plan['design'];
  /** Also-watched outcomes of the plan, among which the chance of a false benefit is shared. */
  readonly family: number;
}

/** What a planned comparison could see of one outcome, or what nobody says of it. */
export function foreseenOutcome(
  sources: Sources,
  { planned, role, design, family }: ForeseenAsked,
): Visibility | Unforeseen {
  const expected = expectedOutcome(sources, planned);
  if ('lacks' in expected) return { outcome: planned, lacks: expected.lacks };
  const people = planned.who === 'mentors' ? expectedMentors(sources) : expectedPeople(sources);
  if ('lacks' in people) return { outcome: planned, lacks: people.lacks };
  const answers = measureOf(planned.outcome).source === 'hr' ? 'records' : 'survey';
  const seen = visibilityOf({ outcome: planned, role, expected, people, design, family, answers });
  return 'lacks' in seen ? { outcome: planned, lacks: seen.lacks } : seen;
}
