import type { Sources } from '../planning/expectations.ts';
import { type Unforeseen, foreseenOutcome } from '../planning/foreseen.ts';
import { RELIABLE, type Visibility } from '../planning/visibility.ts';
import type { DesignId } from '../plan/plan.ts';
import type { ProgramOutcome, ProgramPlan } from './program-plan.ts';
import { expectsOf } from './study-plan.ts';

/** Whether an outcome would be seen: often enough, not and nobody has said so, not and kept knowing that. */
export type Sight = 'enough' | 'short' | 'kept';

/** What the planned comparison could see of one outcome. */
export interface SeenOutcome {
  readonly outcome: ProgramOutcome;
  readonly role: Visibility['role'];
  readonly sight: Sight;
  readonly visible: Visibility;
}

/** An outcome of which nothing can be said yet. */
export interface UnseenOutcome {
  readonly outcome: ProgramOutcome;
  readonly role: Visibility['role'];
  readonly lacks: Unforeseen['lacks'];
}

/** What a plan could see, outcome by outcome in its order; or why there is nothing to see. */
export type CanWeSeeIt =
  | { readonly rows: readonly (SeenOutcome | UnseenOutcome)[] }
  | { readonly lacks: 'design' | 'primary' | 'comparison-group' };

/**
 * What a program could show at all, before anybody starts (measurement 3.11).
 *
 * Watch-outs with a cut are about a gap between groups and not judged here; the negative control neither.
 */
export function canWeSeeIt(plan: ProgramPlan): CanWeSeeIt {
  const { design } = plan.comparison;
  const { primary, also, watchOuts } = plan.success;
  if (design === undefined) return { lacks: 'design' };
  if (design === 'before-after' || design === 'opinions') return { lacks: 'comparison-group' };
  if (primary === undefined) return { lacks: 'primary' };
  const asked = [
    { outcome: primary, role: 'primary' as const },
    ...also.map((outcome) => ({ outcome, role: 'also' as const })),
    ...watchOuts
      .filter(({ cut }) => cut === undefined)
      .map((outcome) => ({ outcome, role: 'watch-out' as const })),
  ];
  return { rows: asked.map(({ outcome, role }) => seenRow(plan, design, outcome, role)) };
}

function seenRow(
  plan: ProgramPlan,
  design: DesignId,
  outcome: ProgramOutcome,
  role: Visibility['role'],
): SeenOutcome | UnseenOutcome {
  const sources: Sources = { asked: expectsOf(plan.expected), plan: {}, data: {} };
  const family = plan.success.also.length;
  const visible = foreseenOutcome(sources, { planned: outcome, role, design, family });
  if ('lacks' in visible) return { outcome, role, lacks: visible.lacks };
  const enough = visible.chances[0]!.some >= RELIABLE;
  return {
    outcome,
    role,
    sight: enough ? 'enough' : plan.expected.keptKnowingly.includes(outcome.outcome) ? 'kept' : 'short',
    visible,
  };
}
