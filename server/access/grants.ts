import type { Role } from './roles.ts';

/** A role that somebody holds now: in one program, or in all of the organisation. */
export interface Grant {
  readonly role: Role;
  /** `null`: everywhere in the organisation. */
  readonly program: string | null;
}

/**
 * Whether one of the roles is held in a program; `null` asks for the organisation itself.
 *
 * @example
 * holds([{ role: 'observer', program: null }], ['observer'], 'p1')
 * // => true
 */
export function holds(grants: readonly Grant[], roles: readonly Role[], program: string | null): boolean {
  return grants.some(
    (grant) => roles.includes(grant.role) && (grant.program === null || grant.program === program),
  );
}
