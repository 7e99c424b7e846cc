import { describe, expect, test } from 'vitest';
import { collisionsOf, collisionsWith } from './combinations.ts';
import type { Grant } from './grants.ts';
import { ROLES, type Role } from './roles.ts';

/** As the design lists them: BK with PM, EV or AD; IC with PM; OB with AD. */
const FORBIDDEN = new Set([
  'box-keeper+program-manager',
  'box-keeper+evaluator',
  'admin+box-keeper',
  'integrity-contact+program-manager',
  'admin+observer',
]);

function pairs(): [Role, Role][] {
  return ROLES.flatMap((one, at) => ROLES.slice(at + 1).map((other): [Role, Role] => [one, other]));
}

function grant(role: Role, program: string | null): Grant {
  return { role, program };
}

describe('roles that exclude each other', () => {
  test('are exactly the five pairs of the design, among all 36', () => {
    const found = pairs().filter(
      ([one, other]) => collisionsOf([grant(one, 'a'), grant(other, 'a')]).length > 0,
    );
    expect(pairs()).toHaveLength(36);
    expect(new Set(found.map((pair) => [...pair].sort().join('+')))).toEqual(FORBIDDEN);
  });

  test('do so in whichever order they were granted', () => {
    for (const [one, other] of pairs())
      expect(collisionsOf([grant(other, 'a'), grant(one, 'a')])).toHaveLength(
        collisionsOf([grant(one, 'a'), grant(other, 'a')]).length,
      );
  });

  test('do not meet in two programs', () => {
    expect(collisionsOf([grant('box-keeper', 'a'), grant('program-manager', 'b')])).toEqual([]);
  });

  test('meet where one of them is held in the whole organisation', () => {
    const [collision] = collisionsOf([grant('observer', null), grant('admin', 'b')]);
    expect(collision?.program).toBe('b');
    expect(collisionsOf([grant('admin', null), grant('observer', null)])[0]?.program).toBeNull();
  });

  test('a further grant is blamed only for what it brings', () => {
    const held = [grant('box-keeper', 'a'), grant('admin', 'a')];
    expect(collisionsWith(grant('sponsor', 'a'), held)).toEqual([]);
    expect(collisionsWith(grant('evaluator', 'a'), held)).toHaveLength(1);
  });

  test('nobody with no role or one role collides', () => {
    expect(collisionsOf([])).toEqual([]);
    for (const role of ROLES) expect(collisionsOf([grant(role, null)])).toEqual([]);
  });
});
