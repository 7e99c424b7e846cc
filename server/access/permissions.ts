import type { Purpose } from './purposes.ts';
import { ROLES, type Role } from './roles.ts';

/** What a route may ask for, and who has it. */
export interface Permission {
  /** Roles that have it. */
  readonly roles: readonly Role[];
  /** Where the role must be held: in the program of the address, in the organisation, or anywhere. */
  readonly at: 'program' | 'organisation' | 'anywhere';
  readonly purpose: Purpose;
}

const PLAN_READERS = ['program-manager', 'evaluator', 'sponsor', 'observer'] as const;

/** Every permission of the product, a line each. A route names one; a line that no route names fails the build. */
export const PERMISSIONS = {
  'program.make': { roles: ['program-manager', 'admin'], at: 'organisation', purpose: 'run' },
  'plan.read': { roles: [...PLAN_READERS, 'admin'], at: 'program', purpose: 'run' },
  'roles.read': { roles: ROLES, at: 'anywhere', purpose: 'run' },
  'program-roles.read': { roles: ROLES, at: 'program', purpose: 'run' },
  'roles.change': { roles: ['admin'], at: 'anywhere', purpose: 'run' },
  'box-keeper.ask': { roles: ['program-manager', 'admin'], at: 'program', purpose: 'run' },
  'acts.read': { roles: [...PLAN_READERS, 'admin'], at: 'anywhere', purpose: 'run' },
  'acts.answer': { roles: [...PLAN_READERS, 'admin'], at: 'anywhere', purpose: 'run' },
  'record.read': {
    roles: ['program-manager', 'evaluator', 'observer', 'admin', 'mentor', 'mentee'],
    at: 'program',
    purpose: 'run',
  },
  'record.export': { roles: ['observer'], at: 'program', purpose: 'run' },
  'record.export-all': { roles: ['observer'], at: 'organisation', purpose: 'run' },
  'plan.write': { roles: ['program-manager', 'evaluator'], at: 'program', purpose: 'run' },
  'costs.read': { roles: ['program-manager', 'evaluator', 'observer'], at: 'program', purpose: 'run' },
  'settings.read': { roles: ROLES, at: 'anywhere', purpose: 'run' },
  'settings.change': { roles: ['admin'], at: 'organisation', purpose: 'run' },
  'person.invite': { roles: ['admin'], at: 'organisation', purpose: 'run' },
  'files.evaluate': { roles: ['evaluator'], at: 'anywhere', purpose: 'evaluation' },
} as const satisfies Readonly<Record<string, Permission>>;

export type PermissionName = keyof typeof PERMISSIONS;

/** What a permission asks for. */
export function permissionOf(name: PermissionName): Permission {
  return PERMISSIONS[name];
}
