import type { Grant } from './grants.ts';
import type { Role } from './roles.ts';

/** Two roles that nobody holds in one program, and the text that says why. */
export interface Exclusion {
  readonly roles: readonly [Role, Role];
  /** Key of the text. */
  readonly why: string;
}

/** Pairs of roles that exclude each other in a program: who holds both would guard themselves. */
export const EXCLUSIONS: readonly Exclusion[] = [
  { roles: ['box-keeper', 'program-manager'], why: 'roles.exclude.box-keeper-program-manager' },
  { roles: ['box-keeper', 'evaluator'], why: 'roles.exclude.box-keeper-evaluator' },
  { roles: ['box-keeper', 'admin'], why: 'roles.exclude.box-keeper-admin' },
  { roles: ['integrity-contact', 'program-manager'], why: 'roles.exclude.integrity-contact-program-manager' },
  { roles: ['observer', 'admin'], why: 'roles.exclude.observer-admin' },
];

/** Two grants of one person that cannot stand together. */
export interface Collision {
  readonly exclusion: Exclusion;
  readonly grants: readonly [Grant, Grant];
  /** The program in which they meet; `null`: in all of the organisation. */
  readonly program: string | null;
}

/**
 * Which grants of one person exclude each other. A grant for the organisation meets those of every program.
 *
 * Use it before a grant, on import, and at night over everything.
 * @example
 * collisionsOf([{ role: 'observer', program: null }, { role: 'admin', program: 'p1' }])[0].program
 * // => 'p1'
 */
export function collisionsOf(grants: readonly Grant[]): Collision[] {
  return EXCLUSIONS.flatMap((exclusion) => {
    const [one, other] = exclusion.roles;
    return grants
      .filter((grant) => grant.role === one)
      .flatMap((first) =>
        grants
          .filter((grant) => grant.role === other && meet(first, grant))
          .map((second): Collision => ({
            exclusion,
            grants: [first, second],
            program: first.program ?? second.program,
          })),
      );
  });
}

/**
 * Which of the held grants a further one would collide with.
 *
 * @example
 * collisionsWith({ role: 'evaluator', program: 'p1' }, [{ role: 'box-keeper', program: 'p2' }])
 * // => []
 */
export function collisionsWith(further: Grant, held: readonly Grant[]): Collision[] {
  return collisionsOf([...held, further]).filter(({ grants }) => grants.includes(further));
}

function meet(one: Grant, other: Grant): boolean {
  return one.program === null || other.program === null || one.program === other.program;
}
