import { fingerprintOf } from '#evaluation/plan/fingerprint.ts';
import { planFromTemplate } from '#evaluation/program/plan-from-template.ts';
import type { ProgramPlan, Step } from '#evaluation/program/program-plan.ts';
import { templateOf } from '#evaluation/program/templates/registry.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { programWord } from '#report/program/program-word.ts';
import {
  holdPlan,
  insertRevision,
  newestRevision,
  revisionOf,
  versionsInForce,
  versionsOf,
  type NamedVersion,
  type PlanRevisionRow,
} from './plan.store.ts';
import { refuseLoosened } from './refuse-loosened.ts';

/** What a program is begun with. */
export interface PlanStart {
  readonly name: string;
  readonly template: string;
  readonly from?: string;
  readonly to?: string;
}

/** Writes the first state of a plan, drawn from a template. */
export async function beginPlan(scope: Scope, program: string, start: PlanStart): Promise<void> {
  const template = templateOf(start.template);
  if (template === undefined)
    throw new Problem('cannot-be', { fields: [{ field: 'template', text: 'wrong.template' }] });
  const { name, from, to } = start;
  const begun = { program: name, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const document = planFromTemplate(template, begun, programWord);
  await insertRevision(scope, { program, revision: 1, step: 'begun', document });
}

/** A plan as it stands: what is being written, and what was locked. */
export interface PlanState {
  readonly revision: PlanRevisionRow;
  readonly document: ProgramPlan;
  /** Every locked version, the first first. */
  readonly versions: readonly NamedVersion[];
  /** The version in force, once there is one. */
  readonly locked: NamedVersion | null;
}

/**
 * The plan of a program as it stands.
 *
 * @throws Problem `not-found`
 */
export async function planState(scope: Scope, program: string): Promise<PlanState> {
  const revision = await newestRevision(scope, program);
  if (revision === undefined) throw new Problem('not-found');
  const versions = await versionsOf(scope, program);
  return { revision, document: revision.document, versions, locked: versions.at(-1) ?? null };
}

/** A step of a plan as somebody saved it, and the state that they had before their eyes. */
export interface SavedStep<S extends Step = Step> {
  readonly step: S;
  readonly part: ProgramPlan[S];
  /** The number of the state that was on their screen; `null` from a program that does not say. */
  readonly seen: number | null;
}

/**
 * Saves a step. The rest of the document stays as it is.
 *
 * @throws Problem `changed-meanwhile` when somebody saved the same step since; `cannot-be` when a protection would loosen
 */
export async function saveStep(
  scope: Scope,
  program: string,
  { step, part, seen }: SavedStep,
): Promise<number> {
  await holdPlan(scope, program);
  const newest = await newestRevision(scope, program);
  if (newest === undefined) throw new Problem('not-found');
  if (seen !== null && seen !== newest.revision)
    await refuseOvertaken(scope, program, { step, seen }, newest);
  const document: ProgramPlan = { ...newest.document, [step]: part };
  if (fingerprintOf(document) === fingerprintOf(newest.document)) return newest.revision;
  refuseLoosened((await versionsOf(scope, program)).at(-1)?.document ?? null, document);
  const revision = newest.revision + 1;
  await insertRevision(scope, { program, revision, step, document });
  return revision;
}

async function refuseOvertaken(
  scope: Scope,
  program: string,
  { step, seen }: { readonly step: Step; readonly seen: number },
  newest: PlanRevisionRow,
): Promise<void> {
  const before = await revisionOf(scope, program, seen);
  if (before === undefined) throw new Problem('changed-meanwhile');
  if (JSON.stringify(before.document[step]) === JSON.stringify(newest.document[step])) return;
  throw new Problem('changed-meanwhile', {
    text: 'plan.changed-meanwhile',
    goTo: `/p/${program}/plan?step=${step}`,
  });
}

/**
 * Takes the plan back to an earlier state, as a new one: the way back is kept as well.
 *
 * @throws Problem `not-found` when there is no such state
 */
export async function takeBack(scope: Scope, program: string, to: number): Promise<number> {
  await holdPlan(scope, program);
  const newest = await newestRevision(scope, program);
  const before = await revisionOf(scope, program, to);
  if (newest === undefined || before === undefined) throw new Problem('not-found');
  refuseLoosened((await versionsOf(scope, program)).at(-1)?.document ?? null, before.document);
  const revision = newest.revision + 1;
  await insertRevision(scope, { program, revision, step: 'undone', document: before.document });
  return revision;
}

/** What is locked of a program's plan, for lists. */
export interface LockedPlan {
  readonly program: string;
  readonly fingerprint: string;
  readonly at: Date;
  /** Changes since the first lock. */
  readonly changes: number;
}

/** The locked plans that the reader may see. */
export async function lockedPlans(scope: Scope): Promise<LockedPlan[]> {
  return (await versionsInForce(scope)).map(({ program_id, version, fingerprint, made_at }) => ({
    program: program_id,
    fingerprint,
    at: made_at,
    changes: version - 1,
  }));
}
