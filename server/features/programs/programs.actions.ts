import { randomUUID } from 'node:crypto';
import { holds } from '#server/access/grants.ts';
import { beginPlan } from '#server/features/plan/plan.actions.ts';
import { grantRole } from '#server/features/roles/roles.actions.ts';
import type { Scope } from '#server/scope.ts';
import type { NewProgram } from './programs.schema.ts';
import { insertProgram, programsSeen, type ProgramRow } from './programs.store.ts';

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

/** The programs that the reader may open. */
export async function programsToOpen(scope: Scope): Promise<ProgramRow[]> {
  return programsSeen(scope);
}
