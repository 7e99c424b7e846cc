import { describe, expect, test } from 'vitest';
import { rowPolicies } from './row-policies.ts';
import type { TableLine } from './table-line.ts';

const notes: TableLine = {
  organisation: 'organisation_id',
  program: 'program_id',
  person: 'person_id',
  people: { read: { rows: ['own'] } },
};
const columns = ['organisation_id', 'id', 'program_id', 'person_id'];

describe('row policies made from the access table', () => {
  test('are refused when a table of the database has no line', () => {
    expect(() => rowPolicies({ notes: columns, secrets: ['id'] }, { notes })).toThrow(/secrets/);
  });

  test('are refused when a line has no table', () => {
    expect(() => rowPolicies({}, { notes })).toThrow(/notes/);
  });

  test('are refused when a line names a column that is not there', () => {
    expect(() => rowPolicies({ notes: ['organisation_id', 'id', 'person_id'] }, { notes })).toThrow(
      /program_id/,
    );
  });

  test('are refused when a program or a person is asked of rows that have none', () => {
    const bare = { organisation: 'organisation_id' };
    const own: TableLine = { ...bare, people: { read: { rows: ['own'] } } };
    const inProgram: TableLine = {
      ...bare,
      people: { read: { rows: [{ roles: ['admin'], at: 'program' }] } },
    };
    expect(() => rowPolicies({ notes: columns }, { notes: own })).toThrow(/own/);
    expect(() => rowPolicies({ notes: columns }, { notes: inProgram })).toThrow(/program/);
  });

  test('are forced on a table that nobody may reach, and give no right to it', () => {
    const sql = rowPolicies({ notes: columns }, { notes: { organisation: null } });
    expect(sql).toContain('alter table notes force row level security');
    expect(sql).not.toMatch(/(grant|create policy).* notes /);
  });
});
