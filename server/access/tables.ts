import type { Tables } from '#server/database/tables.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { STAFF_ROLES } from './roles.ts';
import { textArray, type Holders, type TableLine } from './table-line.ts';

/** A table that a store declares has a line with its columns; others have a line too, or migrating fails. */
type Lines = { readonly [Table in keyof Tables]: TableLine<keyof Tables[Table] & string> };

const ADMINS: Holders = { roles: ['admin'], at: 'anywhere' };

/** Who holds a role is no secret, so people who hold or held one are named to everybody. */
const WORKS_HERE = {
  where: `exists (select from role_grants as held where held.organisation_id = people.organisation_id
    and held.person_id = people.id and held.role = any (${textArray(STAFF_ROLES)}))`,
};

/**
 * Per table: who reads and writes its rows, in the name of a person and at the door. The row policies of the database are made from it,
 * and nothing else gives rights. What is not said is refused.
 */
export const TABLES = {
  organisations: {
    organisation: 'id',
    people: { read: { rows: ['everybody'] } },
    door: { read: { rows: 'all' }, add: { rows: 'all' } },
  },
  people: {
    organisation: 'organisation_id',
    person: 'id',
    people: {
      read: { rows: ['own', { roles: ['admin', 'program-manager'], at: 'anywhere' }, WORKS_HERE] },
      change: { rows: ['own', ADMINS], columns: ['name'] },
    },
    door: { read: { rows: 'all' }, add: { rows: 'all' } },
  },
  role_grants: {
    organisation: 'organisation_id',
    program: 'program_id',
    person: 'person_id',
    people: {
      read: { rows: ['everybody'] },
      add: {
        rows: [{ roles: ['admin'], at: 'program' }],
        check: 'granted_by = app_person() and not by_set_up',
      },
      change: { rows: [{ roles: ['admin'], at: 'program' }], columns: ['ends_on', 'ended_at'] },
    },
    door: { read: { rows: 'all' }, add: { rows: 'all' } },
  },
  programs: {
    organisation: 'organisation_id',
    program: 'id',
    people: {
      read: { rows: [{ roles: [...STAFF_ROLES, 'box-keeper'], at: 'program' }] },
      add: {
        rows: [{ roles: ['program-manager', 'admin'], at: 'organisation' }],
        check: 'made_by = app_person()',
      },
      change: { rows: [{ roles: ['program-manager'], at: 'program' }], columns: ['name'] },
    },
  },
  ...RECORD_TABLES,
} as const satisfies Readonly<Record<string, TableLine>>;

/** Fails to compile when a declared table has no line, or a line names a column that its store does not. */
TABLES satisfies Lines;
