import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { holds } from '#server/access/grants.ts';
import { permissionOf } from '#server/access/permissions.ts';
import { queueMail } from '#server/features/outbox/outbox.actions.ts';
import { grantsByPerson } from '#server/features/two-person/two-person.store.ts';
import type { ActDefinition, AskedAct } from '#server/features/two-person/act-definition.ts';
import type { Scope } from '#server/scope.ts';
import { versionNow, type LockChange } from './lock.actions.ts';
import { versionInWords } from './pages/version-in-words.tsx';
import { holdPlan, insertVersion, versionsOf } from './plan.store.ts';

/** A version of a plan as an act of two people: lock, amendment and deviation differ in their name alone. */
function versionAct(kind: 'plan-lock' | 'plan-amendment' | 'plan-deviation'): ActDefinition {
  return {
    kind,
    asks: ['program-manager', 'evaluator'],
    confirms: ['evaluator', 'program-manager', 'sponsor', 'observer'],
    page: ({ program }) => `/p/${program}/plan?step=looks`,
    inWords: async (scope, act) => versionInWords(changeOf(act), await beforeOf(scope, act)),
    changeNow: (scope, act) => versionNow(scope, programOf(act), changeOf(act).reason),
    perform: lockVersion,
  };
}

export const acts: readonly ActDefinition[] = [
  versionAct('plan-lock'),
  versionAct('plan-amendment'),
  versionAct('plan-deviation'),
];

async function lockVersion(scope: Scope, act: AskedAct & { readonly confirmedBy: string }): Promise<void> {
  const program = programOf(act);
  const { version, kind, fingerprint, reason, looksBefore, document } = changeOf(act);
  await holdPlan(scope, program);
  await insertVersion(scope, {
    program_id: program,
    version,
    kind,
    document,
    fingerprint,
    reason,
    asked_by: scope.person,
    confirmed_by: act.confirmedBy,
    looks_before: looksBefore,
    made_at: scope.clock.now(),
  });
  await tellReaders(scope, program, changeOf(act), act.confirmedBy);
  await scope.record(
    kind === 'lock'
      ? {
          kind: 'plan.locked',
          object: `plan/${program}`,
          program,
          payload: {
            digest: fingerprint,
            asked: scope.person,
            confirmed: act.confirmedBy,
            version,
            firstLook: document.looks.look!,
          },
        }
      : {
          kind: kind === 'amendment' ? 'plan.amended' : 'plan.deviated',
          object: `plan/${program}`,
          program,
          payload: {
            digest: fingerprint,
            asked: scope.person,
            confirmed: act.confirmedBy,
            version,
            reason,
            changed: changeOf(act).changed,
            looksBefore,
          },
        },
  );
}

/** The plan that is in force; `null` before the first lock. */
async function beforeOf(scope: Scope, act: AskedAct): Promise<ProgramPlan | null> {
  return (await versionsOf(scope, programOf(act))).at(-1)?.document ?? null;
}

/** Who reads plans learns of it, by mail (N11); those two know already. */
async function tellReaders(
  scope: Scope,
  program: string,
  change: LockChange,
  confirmedBy: string,
): Promise<void> {
  const { roles } = permissionOf('plan.read');
  const { version, kind, document } = change;
  for (const [person, grants] of await grantsByPerson(scope)) {
    if (person === scope.person || person === confirmedBy || !holds(grants, roles, program)) continue;
    await queueMail(scope, {
      kind: `plan-${kind}`,
      onceKey: `plan/${program}/${version}/${person}`,
      to: { person },
      values: {
        program: document.purpose.program,
        primary: document.success.primary?.label ?? '',
        look: document.looks.look ?? '',
      },
      path: `/p/${program}/plan?step=looks`,
    });
  }
}

function programOf({ program }: AskedAct): string {
  if (program === null) throw new RangeError('plan act: a plan belongs to a program');
  return program;
}

function changeOf({ change }: AskedAct): LockChange {
  return change as LockChange;
}
