import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#server/database/test-database.ts';
import type { FieldLine } from './field-line.ts';
import { FIELDS } from './fields.ts';
import { catalogueOf } from './make-row-policies.ts';
import { ROLES, type Role } from './roles.ts';
import type { TableLine, Who } from './table-line.ts';
import { TABLES } from './tables.ts';

let database: TestDatabase;
let columns: string[];

/** Ids only say which row is meant; tables of the migrator hold nothing of anybody. */
const isId = (column: string): boolean => column === 'id' || column.endsWith('_id');

beforeAll(async () => {
  database = await testDatabase();
  columns = Object.entries(await catalogueOf(database.rows))
    .filter(([table]) => !table.startsWith('migration'))
    .flatMap(([table, names]) => names.filter((name) => !isId(name)).map((name) => `${table}.${name}`));
});
afterAll(() => database.drop());

const lines: [string, FieldLine][] = Object.entries(FIELDS);
const columnsOf = ({ columns: all = {} }: FieldLine): string[] =>
  Object.entries(all).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));

/** Roles that reach rows of a table as such: not as those whom the rows are about. */
function rolesIn(rows: readonly Who[] | undefined): Set<Role> {
  return new Set(
    (rows ?? []).flatMap((who): readonly Role[] =>
      who === 'everybody' ? ROLES : typeof who === 'object' && 'roles' in who ? who.roles : [],
    ),
  );
}

/** Whether every act leaves rows in a table. */
function left(table: string): boolean {
  return lines.some(([, { columns: all = {}, leftBy }]) => leftBy !== undefined && table in all);
}

/** Lines of tables that hold more than ids. */
function walled(): [string, TableLine][] {
  return (Object.entries(TABLES) as [string, TableLine][]).filter(([table]) =>
    columns.some((column) => column.startsWith(`${table}.`)),
  );
}

/** Roles with one of the rights in a field of a table. */
function rolesWith(table: string, rights: RegExp): Set<Role> {
  return new Set(
    lines
      .filter(([, line]) => line.columns !== undefined && table in line.columns)
      .flatMap(([, line]) => ROLES.filter((role) => rights.test(line.rights[role] ?? ''))),
  );
}

describe('the table of fields', () => {
  test('has every column of the database once, and none that is not there', () => {
    const named = lines.flatMap(([, line]) => columnsOf(line));
    expect(columns.filter((column) => !named.includes(column))).toEqual([]);
    expect(named.filter((column) => !columns.includes(column))).toEqual([]);
    expect(named.filter((column, i) => named.indexOf(column) !== i)).toEqual([]);
  });

  test('lets read by role whoever the wall of rows lets read, and nobody else', () => {
    const [said, made] = [new Map<string, Role[]>(), new Map<string, Role[]>()];
    for (const [table, { people }] of walled()) {
      said.set(table, [...rolesWith(table, /^(R|RW)$/)].sort());
      made.set(table, [...rolesIn(people?.read?.rows)].sort());
    }
    expect(said).toEqual(made);
  });

  test('lets write by role whoever the wall of rows lets write, and nobody else', () => {
    const [said, made] = [new Map<string, Role[]>(), new Map<string, Role[]>()];
    for (const [table, { people }] of walled()) {
      said.set(table, [...(left(table) ? ROLES : rolesWith(table, /^(own )?(W|RW)$/))].sort());
      made.set(table, [...rolesIn([...(people?.add?.rows ?? []), ...(people?.change?.rows ?? [])])].sort());
    }
    expect(said).toEqual(made);
  });

  test('never lets an admin see what people say of each other, nor the integrity contact anything but concerns', () => {
    for (const [name, { rights, chip }] of lines) {
      if (chip === 'you-two' || chip === 'totals' || chip === 'nobody-can-link')
        expect([name, rights.admin]).toEqual([name, undefined]);
      if (name === 'concern') expect(Object.keys(rights).sort()).toEqual(['integrity-contact', 'observer']);
    }
  });

  test('gives each field a purpose', () => {
    for (const [name, { purposes }] of lines) expect([name, purposes.length > 0]).toEqual([name, true]);
  });
});
