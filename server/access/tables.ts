import { PLAN_TABLES } from './plan-tables.ts';
import type { Tables } from '#server/database/tables.ts';
import { LOOK_TABLES } from './look-tables.ts';
import { FILE_TABLES } from './file-tables.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { ROLES, STAFF_ROLES } from './roles.ts';
import { GRANTED_AT_THE_DOOR, SIGN_IN_TABLES } from './sign-in-tables.ts';
import { textArray, type Holders, type TableLine } from './table-line.ts';

/** A table that a store declares has a line with its columns; others have a line too, or migrating fails. */
type Lines = {
  readonly [Table in Exclude<keyof Tables, View>]: TableLine<keyof Tables[Table] & string>;
};

/** Views read with the rights of whoever asks, so the lines of their tables hold. */
type View = 'role_grants_in_force';

const PROGRAM_STAFF = ['program-manager', 'evaluator', 'sponsor', 'observer', 'admin'] as const;
const ADMINS: Holders = { roles: ['admin'], at: 'organisation' };

/** Who holds a role is no secret, so people who hold or held one are named to everybody. */
const WORKS_HERE = {
  where: `exists (select from role_grants as held where held.organisation_id = people.organisation_id
    and held.person_id = people.id and held.role = any (${textArray(STAFF_ROLES)}))`,
};

/** Nobody gives a role to oneself; but whoever makes a program manages it. */
const TO_SOMEBODY_ELSE = `person_id <> app_person() or (role = 'program-manager' and exists (select from programs as made
  where made.organisation_id = role_grants.organisation_id and made.id = program_id and made.made_by = app_person()))`;

/** A box keeper is named by two people: in the same transaction, the second one has agreed. */
const BOX_KEEPER_BY_TWO = `role <> 'box-keeper' or exists (select from two_person_acts as act
  where act.organisation_id = role_grants.organisation_id and act.kind = 'box-keeper-grant' and act.state = 'agreed'
    and act.program_id = role_grants.program_id and act.object = 'person/' || person_id and act.answered_at = app_now())`;

/** Those whom an act of a program concerns; acts of the whole organisation concern them wherever they hold their role. */
const ACT_PEOPLE: readonly Holders[] = [
  { roles: PROGRAM_STAFF, at: 'program' },
  { roles: PROGRAM_STAFF, at: 'anywhere', where: 'program_id is null' },
];

/**
 * Per table: who reads and writes its rows, in the name of a person and at the door. The row policies of the database are made from it,
 * and nothing else gives rights. What is not said is refused.
 */
export const TABLES = {
  organisations: {
    organisation: 'id',
    people: {
      read: { rows: ['everybody'] },
      change: {
        rows: [{ roles: ['admin'], at: 'organisation' }],
        columns: ['name', 'time_zone', 'language', 'currency'],
      },
    },
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
        rows: [
          { roles: ['admin'], at: 'program' },
          { roles: ['program-manager'], at: 'program', where: `role = 'box-keeper'` },
        ],
        check: `granted_by = app_person() and not by_set_up and (${TO_SOMEBODY_ELSE}) and (${BOX_KEEPER_BY_TWO})`,
      },
      change: {
        rows: [{ roles: ['admin'], at: 'program' }],
        columns: ['ends_on', 'ended_at'],
        check: 'person_id <> app_person() or ended_at is not null',
      },
    },
    door: { read: { rows: 'all' }, add: { rows: { where: GRANTED_AT_THE_DOOR } } },
  },
  two_person_acts: {
    organisation: 'organisation_id',
    program: 'program_id',
    people: {
      read: { rows: ACT_PEOPLE },
      add: {
        rows: ACT_PEOPLE,
        check: `asked_by = app_person() and state = 'waiting'`,
      },
      change: {
        rows: ACT_PEOPLE,
        columns: ['state', 'answered_by', 'answered_at'],
        check: `answered_by = app_person() or state = 'lapsed'`,
      },
    },
  },
  programs: {
    organisation: 'organisation_id',
    program: 'id',
    people: {
      read: { rows: [{ roles: ROLES, at: 'program' }] },
      add: {
        rows: [{ roles: ['program-manager', 'admin'], at: 'organisation' }],
        check: 'made_by = app_person()',
      },
      change: { rows: [{ roles: ['program-manager'], at: 'program' }], columns: ['name'] },
    },
  },
  ...RECORD_TABLES,
  ...LOOK_TABLES,
  ...SIGN_IN_TABLES,
  ...PLAN_TABLES,
  ...FILE_TABLES,
} as const satisfies Readonly<Record<string, TableLine>>;

/** Fails to compile when a declared table has no line, or a line names a column that its store does not. */
TABLES satisfies Lines;
