import { randomUUID } from 'node:crypto';
import { holds } from '#server/access/grants.ts';
import { beginPlan, lockedPlans, type LockedPlan } from '#server/features/plan/plan.actions.ts';
import { grantRole } from '#server/features/roles/roles.actions.ts';
import type { Scope } from '#server/scope.ts';
import type { NewProgram } from './programs.schema.ts';
import { insertProgram, programsSeen } from './programs.store.ts';

/** Makes a program; who makes it manages it. */
export async function makeProgram(scope: Scope, { name, template, from, to }: NewProgram): Promise<string> {
  const id = randomUUID();
  await insertProgram(scope, {
    id,
    name,
    template,
    made_by: scope.person,
    made_at: scope.clock.now(),
  });
  if (!holds(scope.grants, ['program-manager'], id))
    await grantRole(scope, { person: scope.person, role: 'program-manager', program: id }, 'program-made');
  await beginPlan(scope, id, {
    name,
    template,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  await scope.record({
    kind: 'program.made',
    object: `program/${id}`,
    program: id,
    payload: { name, template },
  });
  return id;
}

/** A program and where its plan stands. */
export interface ListedProgram {
  readonly id: string;
  readonly name: string;
  readonly template: string;
  readonly locked: LockedPlan | null;
}

/** The programs that the reader may open, each with what is locked of its plan. */
export async function programsToOpen(scope: Scope): Promise<ListedProgram[]> {
  const locked = new Map((await lockedPlans(scope)).map((plan) => [plan.program, plan]));
  return (await programsSeen(scope)).map(({ id, name, template }) => ({
    id,
    name,
    template,
    locked: locked.get(id) ?? null,
  }));
}
