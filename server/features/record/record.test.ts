import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import { columnOf } from '#intake/table.ts';
import { nothingTold } from '#intake/problem.ts';
import { xlsxTable } from '#intake/xlsx-table.ts';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import { checkRecords } from '#server/record-store/check-records.ts';
import { keysNamed } from '#server/record-store/record.fixture.ts';
import { sealAll } from '#server/record-store/sealer-store.ts';

interface EntryData {
  number: number | null;
  who: string | null;
  actor: string;
  kind: string;
  says: Record<string, unknown> | null;
  header: { id: string };
}
interface RecordData {
  total: number;
  entries: EntryData[];
  check: { endedAt: string | null; breaks: { kind: string; seq: number }[]; underWay: boolean };
}

let stage: Stage;
let organisation: string;
let program: string;
const people: Record<string, StagedPerson> = {};

beforeAll(async () => {
  stage = await staged();
  organisation = await stage.organisation('Northside');
  people['admin'] = await stage.person(organisation, 'Ada Admin', [{ role: 'admin' }]);
  program = await stage.program(organisation, 'Compass', people['admin'].id);
  for (const [name, role] of [
    ['Eva', 'evaluator'],
    ['Paul', 'program-manager'],
    ['Olga', 'observer'],
    ['Sam', 'sponsor'],
  ] as const)
    people[role] = await stage.person(organisation, name, [{ role, program }]);
  people['watcher'] = await stage.person(organisation, 'Wim', [{ role: 'observer' }]);
  people['newcomer'] = await stage.person(organisation, 'Nora');
  await give('newcomer', 'evaluator');
});
afterAll(() => stage.drop());

const give = (who: string, role: string) =>
  people['admin']!.visitor.post('/people/grants', { person: people[who]!.id, role, program }, '/people');
const data = async (who: string, path: string): Promise<RecordData> => {
  const seen = await people[who]!.visitor.get(path, { accept: 'application/json' });
  expect(seen.status).toBe(200);
  return seen.json<RecordData>();
};
const record = (query = ''): string => `/p/${program}/record${query}`;
const seal = () => sealAll(stage.database.rows);
const kinds = ({ entries }: RecordData): string[] => entries.map(({ kind }) => kind);

describe('the record of a program', () => {
  test('shows an entry at once, and its number once it was sealed', async () => {
    const waits = await data('evaluator', record());
    expect(waits.entries.map(({ number, kind }) => [number, kind])).toEqual([[null, 'role.granted']]);
    await seal();
    const sealed = await data('evaluator', record());
    expect(sealed.entries).toHaveLength(1);
    expect(sealed.entries[0]).toMatchObject({ number: 1, who: 'Ada Admin' });
    expect(sealed.entries[0]!.says).toMatchObject({ role: 'evaluator', to: 'Nora' });
  });

  test.each(['program-manager', 'evaluator', 'observer', 'watcher'])('is read whole by a %s', async (who) => {
    expect((await data(who, record())).total).toBe(1);
    const page = await people[who]!.visitor.get(record());
    expect(page.text).toContain('Nora holds the role evaluator until 25 Nov 2027.');
  });

  test('shows others what they did and what is about them, and nothing else', async () => {
    expect(kinds(await data('admin', record()))).toEqual(['role.granted']);
    const admin = await stage.person(organisation, 'Abel', [{ role: 'admin' }]);
    people['second admin'] = admin;
    expect(kinds(await data('second admin', record()))).toEqual([]);
    await give('second admin', 'sponsor');
    await seal();
    expect(kinds(await data('second admin', record()))).toEqual(['role.granted']);
    expect((await data('evaluator', record())).total).toBe(2);
  });

  test('is not for sponsors, and for strangers it is not there', async () => {
    expect((await people['sponsor']!.visitor.get(record())).status).toBe(403);
    const elsewhere = await stage.organisation('Elsewhere');
    const foreigner = await stage.person(elsewhere, 'Fay', [{ role: 'observer' }]);
    expect((await foreigner.visitor.get(record())).status).toBe(404);
    expect((await foreigner.visitor.get('/record')).status).toBe(200);
    expect((await stage.stranger().get(record())).to).toContain('/signin');
  });

  test('has presets as addresses; an unknown one is refused', async () => {
    expect(kinds(await data('observer', record('?show=roles')))).toEqual(['role.granted', 'role.granted']);
    expect(kinds(await data('observer', record('?show=looks')))).toEqual([]);
    const looks = await people['observer']!.visitor.get(record('?show=looks'));
    expect(looks.text).toContain('Nobody has looked at results yet.');
    expect(looks.text).toMatch(/<a href="[^"]*\?show=looks" aria-current="page"/);
    expect((await people['observer']!.visitor.get(record('?show=everything'))).status).toBe(422);
    expect((await people['observer']!.visitor.get(record("?page=1'--"))).status).toBe(422);
  });

  test('says who holds which role', async () => {
    const page = await people['observer']!.visitor.get(record());
    expect(page.text).toMatch(/<dt>evaluator<\/dt><dd>Eva and Nora<\/dd>/);
  });
});

describe('the record as a file', () => {
  const columns = 'number,id,at,actor,who,kind,what,object_type,object_id,says,header,leaf,root';

  test('leaves for observers in the order of its numbers, and that it left is an entry', async () => {
    const before = (await data('observer', record())).total;
    const file = await people['observer']!.visitor.post(record('/exports'), { format: 'csv' }, record());
    expect(file.headers.get('content-disposition')).toContain('record-2026-11-25.csv');
    const lines = file.text.trimEnd().split('\n');
    expect(lines[0]).toBe(columns);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['1', '2']);
    expect(file.text).toContain('"Nora holds the role evaluator until 25 Nov 2027."');
    await seal();
    const after = await data('observer', record('?show=exports'));
    expect(after.entries[0]).toMatchObject({
      who: 'Olga',
      says: { what: 'record', format: 'csv', rows: before },
    });
  });

  test('holds only the preset that was shown, also as a workbook', async () => {
    const body = { format: 'xlsx', show: 'exports' };
    const { bytes } = await people['observer']!.visitor.post(record('/exports'), body, record());
    const told = nothingTold();
    const table = await xlsxTable(
      { name: 'record.xlsx', bytes },
      ['number', 'kind'],
      ['number', 'kind'],
      told,
    );
    expect(columnOf(table, 'kind')).toEqual(['export.made']);
    expect(columnOf(table, 'says')).toEqual(['record as csv, 2 rows.']);
  });

  test.each(['program-manager', 'evaluator', 'admin'])('does not leave for a %s', async (who) => {
    const refused = await people[who]!.visitor.post(record('/exports'), { format: 'csv' }, record());
    expect(refused.status).toBe(403);
  });

  test('leaves ten times a day at most', async () => {
    const tries = [];
    for (let i = 0; i < 9; i += 1)
      tries.push((await people['observer']!.visitor.post(record('/exports'), { format: 'csv' })).status);
    expect(tries).toEqual([...Array<number>(8).fill(200), 429]);
    stage.time = new Date(stage.time.getTime() + 25 * 60 * 60 * 1000);
    const visitor = await stage.signedIn(organisation, people['observer']!.id);
    expect((await visitor.post(record('/exports'), { format: 'csv' }, record())).status).toBe(200);
    stage.time = new Date(stage.time.getTime() - 25 * 60 * 60 * 1000);
  });

  test('in a format that is not there does not leave', async () => {
    const refused = await people['observer']!.visitor.post(record('/exports'), { format: 'exe' }, record());
    expect(refused.status).toBe(422);
  });
});

describe('the record of the organisation', () => {
  test('is read whole by an observer of the organisation, and by others as far as it is theirs', async () => {
    await people['admin']!.visitor.post(
      '/people/grants',
      { person: people['newcomer']!.id, role: 'observer', program: 'organisation' },
      '/people',
    );
    await seal();
    expect(kinds(await data('watcher', '/record'))).toEqual(['role.granted']);
    expect(kinds(await data('admin', '/record'))).toEqual(['role.granted']);
    expect(kinds(await data('newcomer', '/record'))).toEqual(['role.granted']);
    expect(kinds(await data('program-manager', '/record'))).toEqual([]);
    expect(kinds(await data('observer', '/record'))).toEqual([]);
  });

  test('leaves as a file for an observer of the organisation alone', async () => {
    expect(
      (await people['watcher']!.visitor.post('/record/exports', { format: 'csv' }, '/record')).status,
    ).toBe(200);
    expect(
      (await people['observer']!.visitor.post('/record/exports', { format: 'csv' }, '/record')).status,
    ).toBe(403);
  });
});

describe('a verification', () => {
  const verified = async () => {
    stage.time = new Date(stage.time.getTime() + 60_000);
    await checkRecords(stage.database.rows, keysNamed('record-a'), { now: () => stage.time });
  };

  test('is asked for on the page, and says when the record was found whole', async () => {
    const asked = await people['evaluator']!.visitor.post(record('/verifications'), {}, record());
    expect(asked.to).toBe(record());
    expect((await data('evaluator', record())).check.underWay).toBe(true);
    await verified();
    const page = await people['evaluator']!.visitor.get(record());
    expect(page.text).toContain('entries are as they were sealed');
    expect(page.text).not.toContain('role="alert"');
  });

  test('that finds a changed entry says so first of all: which entry, and what it means', async () => {
    await stage.owned(
      `update record_entries set header = jsonb_set(header, '{actor}', '"system"') where seq = 2 and organisation_id = $1`,
      [organisation],
    );
    await people['evaluator']!.visitor.post(record('/verifications'), {}, record());
    await verified();
    expect((await data('evaluator', record())).check.breaks[0]).toMatchObject({ kind: 'header', seq: 2 });
    const { text } = await people['evaluator']!.visitor.get(record());
    expect(text).toContain('role="alert"');
    expect(text).toContain('the record is broken from entry 2 on');
    expect(text).toContain('who, what or when was changed after it was sealed');
  });
});

describe('pages of the record', () => {
  test('hold fifty entries each, the newest first, with a way to the others', async () => {
    const actor = { organisation, person: people['observer']!.id };
    await atTheDoor(stage.database.rows, 'read write', async (rows) => {
      await actFor(rows, { ...actor, at: stage.time });
      for (let i = 0; i < 60; i += 1) {
        const payload = { findings: [`finding-${i}`], planVersion: 1, early: false };
        const entry = { kind: 'look.taken', object: 'look/one', program, payload } as const;
        await stage.parts.recordEntry(
          rows,
          { ...actor, signIn: '', provedAt: stage.time, goFirst: null } as never,
          entry,
          stage.time,
        );
      }
    });
    await seal();
    const first = await people['observer']!.visitor.get(record('?show=looks'));
    expect(first.text).toContain(`href="${record('?show=looks&amp;page=2')}"`);
    const numbers = (await data('observer', record('?show=looks&page=2'))).entries.map(
      ({ number }) => number!,
    );
    expect(numbers.length).toBe(10);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect((await data('observer', record('?show=looks&page=99'))).entries.length).toBe(10);
  });
});
