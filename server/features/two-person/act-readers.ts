import type { Grant } from '#server/access/grants.ts';
import type { Role } from '#server/access/roles.ts';

/** Roles that see what two people do in a program. */
const ACT_READERS: readonly Role[] = ['program-manager', 'evaluator', 'sponsor', 'observer', 'admin'];

/** Whether an act is the holder's to see: by a role in its program, or, for the whole organisation, by a role anywhere. */
export function opensAct(grants: readonly Grant[], program: string | null): boolean {
  return grants.some(
    (grant) =>
      ACT_READERS.includes(grant.role) &&
      (grant.program === null || program === null || grant.program === program),
  );
}
