import { ROLES, type Role } from '#server/access/roles.ts';
import { peopleWhoWorkHere } from '#server/features/roles/who-works-here.ts';
import type { Scope } from '#server/scope.ts';

/** A role and the names of those who hold it in a program. */
export interface RoleHolders {
  readonly role: Role;
  readonly names: readonly string[];
}

/** Who holds which role in a program, roles that nobody holds left out. */
export async function roleHolders(scope: Scope, program: string): Promise<RoleHolders[]> {
  const { grants } = await peopleWhoWorkHere(scope, program);
  const held = grants.filter(({ state }) => state !== 'lapsed');
  return ROLES.map((role) => ({
    role,
    names: [...new Set(held.filter((grant) => grant.role === role).map(({ name }) => name))].sort(
      new Intl.Collator(scope.organisation.language).compare,
    ),
  })).filter(({ names }) => names.length > 0);
}
