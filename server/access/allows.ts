import { holds, type Grant } from './grants.ts';
import { permissionOf, type PermissionName } from './permissions.ts';

/**
 * Whether somebody's grants have a permission, for a program of the address where there is one.
 *
 * @example
 * allows('plan.write', [{ role: 'evaluator', program: 'p1' }], 'p2')
 * // => false
 */
export function allows(name: PermissionName, grants: readonly Grant[], program: string | null): boolean {
  const { roles, at } = permissionOf(name);
  return at === 'anywhere'
    ? grants.some((grant) => roles.includes(grant.role))
    : holds(grants, roles, at === 'program' ? program : null);
}
