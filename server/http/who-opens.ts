import { permissionOf, type PermissionName } from '#server/access/permissions.ts';
import type { Role } from '#server/access/roles.ts';
import type { Rows } from '#server/scope.ts';

/** Which roles open something, and who holds one of them; who holds a role is no secret inside an organisation. */
export interface WhoOpens {
  readonly roles: readonly Role[];
  /** Names, in their order; at most ten. */
  readonly holders: readonly string[];
}

const MOST_NAMED = 10;

/** Whom somebody can ask who was not let in. */
export async function whoOpens(
  rows: Rows,
  needs: PermissionName,
  { organisation, program }: { readonly organisation: string; readonly program: string | null },
): Promise<WhoOpens> {
  const { roles } = permissionOf(needs);
  const held = await rows
    .selectFrom('role_grants_in_force as held')
    .innerJoin('people', (join) =>
      join
        .onRef('people.organisation_id', '=', 'held.organisation_id')
        .onRef('people.id', '=', 'held.person_id'),
    )
    .select('people.name')
    .distinct()
    .where('held.organisation_id', '=', organisation)
    .where('held.role', 'in', roles)
    .where((is) => is.or([is('held.program_id', 'is', null), is('held.program_id', '=', program)]))
    .limit(MOST_NAMED)
    .execute();
  return { roles, holders: held.map(({ name }) => name).sort(new Intl.Collator('en').compare) };
}
