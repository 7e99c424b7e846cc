import { allows } from '#server/access/allows.ts';
import { actFor } from '#server/database/transaction.ts';
import type { Rows } from '#server/scope.ts';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';
import { standingOf } from './standing.ts';
import type { SignedIn } from './visitor.ts';

/**
 * Refuses a change whose permission was taken away by somebody else while it was worked on: nothing of it is written.
 *
 * Changes of roles themselves are left out: whoever gives up an own role no longer has it at their end.
 *
 * @throws Problem `not-allowed`
 */
export async function refuseLapsed(
  rows: Rows,
  route: Route,
  visitor: SignedIn,
  { program, at }: { readonly program: string | null; readonly at: Date },
): Promise<void> {
  const { needs } = route;
  if (needs === 'everybody' || needs === 'signed-in' || needs === 'roles.change') return;
  await actFor(rows, { ...visitor, at });
  const standing = await standingOf(rows, visitor);
  if (standing !== null && allows(needs, standing.grants, program)) return;
  throw new Problem('not-allowed', { text: 'not-allowed.meanwhile' });
}
