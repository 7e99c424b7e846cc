import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeApp } from '#server/http/app.ts';
import type { Visitor } from '#server/http/test-visitor.ts';
import { bytesOnDisk, exampleFiles, fileServer, type FileServer, settled, takenIn } from './files.fixture.ts';

const FILES = exampleFiles('examples/too-small', ['people']);
const DAY = 86_400_000;

let server: FileServer;
let organisation: string;
let evaluator: Visitor & { readonly signIn: string };
let owner: Client;
beforeAll(async () => {
  server = await fileServer();
  organisation = await server.organisation();
  evaluator = await server.somebody(organisation, 'evaluator');
  owner = new Client(server.database.owner);
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await server.close();
  expect(server.faults).toEqual([]);
});

async function rowsOf(id: string): Promise<number> {
  return (await owner.query('select from file_studies where id = $1', [id])).rowCount!;
}

describe('who reaches a study', () => {
  test('nobody but whoever brought the files, in every route', async () => {
    const { id } = await takenIn(evaluator, FILES);
    const colleague = await server.somebody(organisation, 'evaluator');
    const stranger = await server.somebody(await server.organisation(), 'evaluator');
    const addresses = server.parts.routes
      .filter(({ path }) => path.includes(':study'))
      .map(({ method, path, example }) => ({
        method,
        path: path.replace(':study', id).replace(':name', 'findings.json'),
        example,
      }));
    expect(addresses.length).toBeGreaterThan(15);
    for (const visitor of [colleague, stranger]) {
      await visitor.get('/files');
      for (const { method, path, example } of addresses) {
        const seen = await visitor.send(method, path, method === 'GET' ? undefined : (example ?? {}));
        expect([method, path, seen.status]).toEqual([method, path, 404]);
      }
    }
    expect((await evaluator.get(`/files/${id}/columns`)).status).toBe(200);
    expect((await colleague.get('/files')).text).not.toContain(id);
  }, 120_000);

  test.each(['program-manager', 'sponsor', 'observer', 'admin', 'mentor'])(
    'a %s has no way in',
    async (role) => {
      const visitor = await server.somebody(organisation, role);
      expect((await visitor.get('/files')).status).toBe(403);
    },
  );

  test('without the wall of code the rows of somebody else stay unseen', async () => {
    const { id } = await takenIn(evaluator, FILES);
    const { rows } = await owner.query(`select organisation_id, person_id from file_studies where id = $1`, [
      id,
    ]);
    const colleague = await server.somebody(organisation, 'evaluator');
    const other = await owner.query(`select person_id from sign_ins where id = $1`, [colleague.signIn]);
    const login = new Client(server.database.login);
    await login.connect();
    const seenAs = async (person: string): Promise<number> => {
      await login.query('begin');
      await login.query(`set local role app_rt; set local app.organisation = '${rows[0].organisation_id}';
        set local app.person = '${person}'; set local app.at = '2026-11-25T12:00:00Z'`);
      const { rowCount } = await login.query('select id from file_studies where id = $1', [id]);
      await login.query('rollback');
      return rowCount!;
    };
    expect(await seenAs(rows[0].person_id as string)).toBe(1);
    expect(await seenAs(other.rows[0].person_id as string)).toBe(0);
    await login.end();
  }, 60_000);
});

describe('how long a study is kept', () => {
  test('what is deleted leaves no row and no byte', async () => {
    const { id } = await takenIn(evaluator, FILES);
    expect(bytesOnDisk(server.folder, id).length).toBeGreaterThan(1);
    const seen = await evaluator.post(`/files/${id}/delete`, {}, `/files/${id}/files`);
    expect([seen.status, seen.to]).toEqual([303, '/files']);
    expect([await rowsOf(id), bytesOnDisk(server.folder, id)]).toEqual([0, []]);
    expect((await evaluator.get(`/files/${id}/columns`)).status).toBe(404);
  }, 60_000);

  test.each([
    ['visit', 1],
    ['week', 7],
    ['month', 30],
  ])(
    '%s: after %i days everything is gone, and not before',
    async (keep, days) => {
      const { id } = await takenIn(evaluator, FILES, { keep });
      const moved = (milliseconds: number): void => server.later(milliseconds);
      moved(days * DAY - 60_000);
      await server.desk.sweep();
      expect([await rowsOf(id), bytesOnDisk(server.folder, id).length > 0]).toEqual([1, true]);
      moved(120_000);
      await server.desk.sweep();
      expect([await rowsOf(id), bytesOnDisk(server.folder, id)]).toEqual([0, []]);
      moved(-(days * DAY + 60_000));
    },
    60_000,
  );

  test('what is kept for a visit goes when the visit ends; what is kept longer stays', async () => {
    const visitor = await server.somebody(organisation, 'evaluator');
    const [visit, week] = [
      await takenIn(visitor, FILES, { keep: 'visit' }),
      await takenIn(visitor, FILES, { keep: 'week' }),
    ];
    await owner.query('update sign_ins set ended_at = now() where id = $1', [visitor.signIn]);
    await server.desk.sweep();
    expect([await rowsOf(visit.id), await rowsOf(week.id)]).toEqual([0, 1]);
    expect(readdirSync(server.folder)).not.toContain(visit.id);
  }, 60_000);

  test('whoever asks for longer gets longer', async () => {
    const { id } = await takenIn(evaluator, FILES);
    const seen = await evaluator.post(`/files/${id}/keep`, { keep: 'month' }, `/files/${id}/files`);
    expect(seen.status).toBe(303);
    server.later(29 * DAY);
    await server.desk.sweep();
    expect(await rowsOf(id)).toBe(1);
    server.later(-29 * DAY);
  }, 60_000);
});

test('a program brings files and takes the report along as JSON, with the same addresses', async () => {
  const visitor = await server.somebody(organisation, 'evaluator');
  const { text } = await visitor.get('/files');
  const form = new FormData();
  for (const [name, value] of [
    ['csrf', /name="csrf" value="([^"]+)"/.exec(text)![1]!],
    ['allowed', 'yes'],
    ['keep', 'visit'],
  ])
    form.append(name!, value!);
  form.append('people', new Blob([FILES['people']!.bytes as Uint8Array<ArrayBuffer>]), 'people.csv');
  const { origin } = server.parts.installation;
  const request = new Request(`${origin}/files`, {
    method: 'POST',
    body: form,
    headers: {
      accept: 'application/json',
      origin,
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  const answer = await makeApp(server.parts).fetch(request);
  const { id } = (await answer.json()) as { id: string };
  expect([answer.status, answer.headers.get('location')]).toEqual([201, `/files/${id}/columns`]);
  const { reading } = await settled(visitor, `/files/${id}/columns`);
  expect(reading!.people).toBe(132);
}, 60_000);

test('somebody who has twenty sets of files here is asked to delete some first', async () => {
  const visitor = await server.somebody(organisation, 'evaluator');
  await takenIn(visitor, FILES);
  await owner.query(
    `insert into file_studies select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
     from file_studies as one, generate_series(1, 19) where sign_in_id = $1`,
    [visitor.signIn],
  );
  const seen = await visitor.upload('/files', FILES, { allowed: 'yes', keep: 'visit' }, '/files');
  expect([seen.status, seen.text]).toEqual([409, expect.stringContaining('You have 20 sets of files here')]);
}, 60_000);

describe('work under way', () => {
  test('whose process is killed says so, keeps the files, and can be done again', async () => {
    const big = { people: { name: 'people.csv', bytes: manyPeople(60_000) } };
    const seen = await evaluator.upload('/files', big, { allowed: 'yes', keep: 'visit' }, '/files');
    const pid = await processOf(server);
    process.kill(pid, 'SIGKILL');
    const { study } = await settled(evaluator, seen.to!);
    expect(study.failure).toEqual({ work: 'read', why: 'broke' });
    expect((await evaluator.get(`/files/${study.id}/files`)).text).toContain('The work broke off.');
    const again = await evaluator.post(`/files/${study.id}/again`, {}, `/files/${study.id}/files`);
    const told = await settled(evaluator, again.to!);
    expect([told.study.failure, told.reading?.people]).toEqual([null, 60_000]);
  }, 120_000);

  test('that is stopped keeps nothing of it', async () => {
    const big = { people: { name: 'people.csv', bytes: manyPeople(60_000) } };
    const seen = await evaluator.upload('/files', big, { allowed: 'yes', keep: 'visit' }, '/files');
    const id = seen.to!.split('/')[2]!;
    const page = await evaluator.get(seen.to!);
    expect(page.headers.get('refresh')).toBe('1');
    expect(page.text).toContain('Reading your files');
    const stopped = await evaluator.post(`/files/${id}/stop`, {}, seen.to!);
    expect(stopped.status).toBe(303);
    const { study, reading } = await settled(evaluator, `/files/${id}/columns`);
    expect([study.failure?.why, reading]).toEqual(['stopped', undefined]);
    expect(bytesOnDisk(server.folder, id)).toHaveLength(2);
    await vi.waitUntil(() => server.desk.running().length === 0, { timeout: 20_000 });
  }, 120_000);

  test('whose server is gone is told as interrupted, not as going on', async () => {
    const { id } = await takenIn(evaluator, FILES);
    await owner.query(
      `update file_studies set work_run = id, work_kind = 'report', work_stage = 'writing', work_at = now() - interval '1 minute' where id = $1`,
      [id],
    );
    const { study } = (await evaluator.get(`/files/${id}/files`, { accept: 'application/json' })).json<{
      study: { work: unknown };
    }>();
    expect(study.work).toBe('interrupted');
    expect((await evaluator.get(`/files/${id}/report`)).text).toContain('The server was started anew');
  }, 60_000);
});

function manyPeople(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `P${i},comparison,`);
  return `person,arm,index\n${rows.join('\n')}\n`;
}

/** The process that works, as soon as there is one. */
async function processOf({ desk }: FileServer): Promise<number> {
  for (;;) {
    const [pid] = desk.running();
    if (pid !== undefined) return pid;
    await new Promise((next) => setTimeout(next, 5));
  }
}
