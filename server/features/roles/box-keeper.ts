import { z } from 'zod';
import { Problem } from '#server/http/problem.ts';
import type { ActDefinition } from '#server/features/two-person/act-definition.ts';
import { askFor, type Asked } from '#server/features/two-person/two-person.actions.ts';
import type { Scope } from '#server/scope.ts';
import { grantRole, refuseCollision } from './roles.actions.ts';
import { personNamed } from './roles.store.ts';

/** What two people agree to when a box keeper is named. */
const changeSchema = z.strictObject({
  role: z.literal('box-keeper'),
  person: z.uuid(),
  name: z.string(),
  program: z.uuid(),
});
type BoxKeeperChange = z.infer<typeof changeSchema>;

/**
 * Asks for a box keeper of a program: an observer confirms, or a sponsor where there is no observer.
 *
 * @throws Problem `cannot-be` for somebody who is not there, or whose roles exclude it; those of `askFor`
 */
export async function askForBoxKeeper(scope: Scope, program: string, person: string): Promise<Asked> {
  const change = await boxKeeperChange(scope, program, person);
  await refuseCollision(scope, { person, role: 'box-keeper', program });
  return askFor(scope, 'box-keeper-grant', { program, object: `person/${person}`, change });
}

/** Naming a box keeper, as an act of two people. */
export const boxKeeperGrant: ActDefinition = {
  kind: 'box-keeper-grant',
  asks: ['program-manager', 'admin'],
  confirms: ['observer'],
  otherwise: ['sponsor'],
  page: ({ program }) => `/p/${program}/roles`,
  changeNow: async (scope, act) => {
    const { program, person } = changeSchema.parse(act.change);
    return boxKeeperChange(scope, program, person);
  },
  perform: async (scope, act) => {
    const { program, person } = changeSchema.parse(act.change);
    await grantRole(scope, { person, role: 'box-keeper', program }, 'agreed');
  },
};

async function boxKeeperChange(scope: Scope, program: string, person: string): Promise<BoxKeeperChange> {
  const name = await personNamed(scope, person);
  if (name === null)
    throw new Problem('cannot-be', { fields: [{ field: 'person', text: 'roles.choose-person' }] });
  return { role: 'box-keeper', person, name, program };
}
