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
  readonly lacks: 'share' | 'spread' | 'room' | 'mentors';
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
  const outcomes: Visibility[] = [];
  const unforeseen: Unforeseen[] = [];
  for (const { planned, role } of foreseenOutcomes(plan)) {
    const expected = expectedOutcome(sources, planned);
    if ('lacks' in expected) {
      unforeseen.push({ outcome: planned, lacks: expected.lacks });
      continue;
    }
    const asked = planned.who === 'mentors' ? expectedMentors(sources) : people;
    if ('lacks' in asked) {
      unforeseen.push({ outcome: planned, lacks: asked.lacks });
      continue;
    }
    const seen = visibilityOf({
      outcome: planned,
      role,
      expected,
      people: asked,
      design: plan.design,
      family: plan.also?.length ?? 0,
      answers: measureOf(planned.outcome).source === 'hr' ? 'records' : 'survey',
    });
    if ('lacks' in seen) unforeseen.push({ outcome: planned, lacks: seen.lacks });
    else outcomes.push(seen);
  }
  return { plan, people, outcomes, unforeseen };
}
