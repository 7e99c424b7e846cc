import { planChanges } from '#evaluation/program/changes.ts';
import { obstacles } from '#evaluation/program/complete.ts';
import { looksBefore } from '#server/features/looks/looks.actions.ts';
import { actDefinition } from '#server/features/two-person/acts-found.ts';
import { waitingAct, whoMayConfirm } from '#server/features/two-person/two-person.actions.ts';
import type { Scope } from '#server/scope.ts';
import { ACT_OF, fingerprintOfDocument, kindOf } from './lock.actions.ts';
import type { PlanState } from './plan.actions.ts';
import { namesOf } from './plan.store.ts';

/** What the last step shows besides the plan itself. */
export interface ReviewFacts {
  /** The act that waits for a second person. */
  readonly waiting: {
    readonly id: string;
    readonly asker: string;
    readonly askedAt: Date;
    readonly expiresAt: Date;
  } | null;
  /** Names of those who may agree after the reader. */
  readonly mayAgree: readonly string[];
  /** Recorded looks at results. */
  readonly looks: number;
  /** Of the plan as it would be locked; `null` while something is missing. */
  readonly fingerprint: string | null;
}

/** Gathers what the last step shows. */
export async function reviewFacts(scope: Scope, program: string, state: PlanState): Promise<ReviewFacts> {
  const looks = (await looksBefore(scope, program, scope.clock.now())).length;
  const kind = ACT_OF[kindOf(state, looks)];
  const act = await waitingAct(scope, kind, `plan/${program}`);
  const people = await whoMayConfirm(scope, await actDefinition(kind), program, scope.person);
  const { document, locked } = state;
  const ready =
    obstacles(document).length === 0 &&
    (locked === null || planChanges(locked.document, document).length > 0);
  return {
    waiting:
      act === null
        ? null
        : { id: act.id, asker: act.asker, askedAt: act.asked_at, expiresAt: act.expires_at },
    mayAgree: await namesOf(scope, people),
    looks,
    fingerprint: ready ? fingerprintOfDocument(document) : null,
  };
}
