import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { READING, type WorkLimits } from './limits.ts';
import type { Order, Stage } from './order.ts';
import { runApart } from './run-apart.ts';

const FOLDER = 'examples/too-small';
const EXPECTED = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as {
  study: { people: number };
};

function order(files: Order['files'] = tooSmall(), work: Order['work'] = 'read'): Order {
  return { work, files, settings: {}, problemRows: 'refuse', asOf: 20_782, reports: [], paper: 'a4' };
}

function tooSmall(): Order['files'] {
  const names = readdirSync(FOLDER).filter((name) => /^(people|events|scores|plan)\./.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name.replace(/\.\w+$/, ''),
      { name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) },
    ]),
  );
}

/** People of whom there are so many that reading them takes time and memory. */
function manyPeople(count: number): Order['files'] {
  const rows = Array.from({ length: count }, (_, i) => `P${i},comparison,`);
  const bytes = new TextEncoder().encode(`person,arm,index\n${rows.join('\n')}\n`);
  return { people: { name: 'people.csv', bytes } };
}

test('files are read in a process of their own, which tells its stages and ends', async () => {
  const stages: Stage['stage'][] = [];
  const work = runApart(order(), ({ stage }) => stages.push(stage));
  const end = await work.ended;
  if (end.kind !== 'made' || end.made.work !== 'read') throw new Error(JSON.stringify(end));
  expect(end.made.reading).toMatchObject({ people: EXPECTED.study.people, problems: { count: 0 } });
  expect([...new Set(stages)]).toEqual(['reading', 'checking', 'comparing']);
  expect(work.pid).not.toBe(process.pid);
  expect(() => process.kill(work.pid!, 0)).toThrow();
}, 60_000);

test('workbooks and Parquet are read within the same rights, to the same rows', async () => {
  const text = readFileSync(join(FOLDER, 'people.csv'), 'utf8');
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'people');
  const workbook = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const columnData = rows[0]!.map((name, c) => ({ name, data: rows.slice(1).map((row) => row[c]!) }));
  const parquet = new Uint8Array(parquetWriteBuffer({ columnData }));
  for (const [name, bytes] of [
    ['people.xlsx', workbook],
    ['people.parquet', parquet],
  ] as const) {
    const end = await runApart(order({ ...tooSmall(), people: { name, bytes } }), () => {}).ended;
    if (end.kind !== 'made' || end.made.work !== 'read') throw new Error(JSON.stringify(end));
    const { people, problems } = end.made.reading;
    expect([name, people, problems.first]).toEqual([name, EXPECTED.study.people, []]);
  }
}, 60_000);

test.skipIf(!existsSync('/proc/self'))(
  'reading has no right to write files or to start programs, and none of our settings (skipped: needs /proc)',
  async () => {
    process.env['DATABASE_URL'] = 'postgres://canary';
    const { pid, ended } = runApart(order(manyPeople(50_000)), () => {});
    const rights = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const settings = readFileSync(`/proc/${pid}/environ`, 'utf8');
    delete process.env['DATABASE_URL'];
    await ended;
    expect(rights).toContain('--permission');
    expect(rights.filter((one) => /^--allow-(fs-write|child-process|addons|wasi)/.test(one))).toEqual([]);
    expect(settings).not.toContain('canary');
    expect(settings).toContain('TZ=UTC');
  },
  60_000,
);

test.each<[string, Partial<WorkLimits>]>([
  ['too-large', { residentMegabytes: 40 }],
  ['too-large', { heapMegabytes: 24 }],
  ['too-slow', { milliseconds: 150 }],
])(
  'work is ended as %s beyond %o',
  async (failure, limits) => {
    const work = runApart(order(manyPeople(200_000)), () => {}, { ...READING, ...limits });
    expect(await work.ended).toEqual({ kind: 'failed', failure });
  },
  60_000,
);

test('work that is stopped ends at once', async () => {
  const work = runApart(order(), () => {});
  work.stop();
  expect(await work.ended).toEqual({ kind: 'failed', failure: 'stopped' });
}, 60_000);

test('work whose process is killed has broken, and nothing is waited for', async () => {
  const work = runApart(order(), () => {});
  process.kill(work.pid!, 'SIGKILL');
  expect(await work.ended).toEqual({ kind: 'failed', failure: 'broke' });
}, 60_000);

test('an order that cannot be worked on has broken', async () => {
  const work = runApart({ ...order(), files: {} }, () => {});
  expect(await work.ended).toEqual({ kind: 'failed', failure: 'broke' });
}, 60_000);
