import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestFile, Visitor } from '#server/http/test-visitor.ts';
import { fileServer, type FileServer, planned, reported, takenIn } from './files.fixture.ts';

const SCRIPT = '<script>alert(1)</script>';
const PEOPLE = 'person,arm,index\nP1,participant,2024-09-02\nP2,comparison,\n';

let server: FileServer;
let evaluator: Visitor;
beforeAll(async () => {
  server = await fileServer();
  evaluator = await server.somebody(await server.organisation(), 'evaluator');
}, 60_000);
afterAll(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

/** What is said of a file of people. */
async function saidOf(file: TestFile): Promise<string[]> {
  const { reading, study } = await takenIn(evaluator, { people: file });
  return study.failure === null ? reading!.problems.first.map(({ problem }) => problem) : [study.failure.why];
}

function workbook(): Uint8Array {
  const book = utils.book_new();
  const cells = PEOPLE.trim()
    .split('\n')
    .map((line) => line.split(','));
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'people');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

/** A part of 3 MB that says it had 2 kB, in the directory and before the part. */
function lying(): Uint8Array {
  const zip = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(3_000_000) });
  const view = new DataView(zip.buffer);
  view.setUint32(view.getUint32(zip.length - 6, true) + 24, 2000, true);
  view.setUint32(22, 2000, true);
  return zip;
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('what is not taken', () => {
  test.each<[string, TestFile, string]>([
    ['a workbook called CSV', { name: 'people.csv', bytes: workbook() }, 'and not text'],
    [
      'a workbook of 40 MB in 40 kB',
      { name: 'people.xlsx', bytes: zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }) },
      'is packed more than 100 times smaller',
    ],
    ['a workbook that lies about its size', { name: 'people.xlsx', bytes: lying() }, 'could not be read'],
    [
      'Parquet that is cut off',
      { name: 'people.parquet', bytes: text('PAR1 and nothing more') },
      'is cut off or broken',
    ],
  ])(
    '%s is refused in words, and the server goes on',
    async (_, file, said) => {
      expect((await saidOf(file)).join()).toContain(said);
      expect((await evaluator.get('/files')).status).toBe(200);
    },
    60_000,
  );

  test('a form beyond 5 MB is refused, and so is a table that there is not', async () => {
    const large = { people: { name: 'people.csv', bytes: `${PEOPLE}${'x'.repeat(5_200_000)}` } };
    const seen = await evaluator.upload('/files', large, { allowed: 'yes', keep: 'visit' }, '/files');
    expect([seen.status, seen.text]).toEqual([413, expect.stringContaining('command line')]);
    const strange = { passwd: { name: 'x.csv', bytes: 'a' }, people: { name: 'people.csv', bytes: PEOPLE } };
    expect((await evaluator.upload('/files', strange, { allowed: 'yes', keep: 'visit' })).status).toBe(400);
  }, 60_000);

  test('without people, or without a word on the right to use them, nothing is taken', async () => {
    const kept = (await evaluator.get('/files', { accept: 'application/json' })).json<{
      studies: unknown[];
    }>();
    const none = await evaluator.upload('/files', {}, { allowed: 'yes', keep: 'visit' }, '/files');
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose a file of people')]);
    const people = { people: { name: 'people.csv', bytes: PEOPLE } };
    const unsaid = await evaluator.upload('/files', people, { keep: 'visit' }, '/files');
    expect([unsaid.status, unsaid.text]).toEqual([
      422,
      expect.stringContaining('Say that you may use these data'),
    ]);
    const after = (await evaluator.get('/files', { accept: 'application/json' })).json<{
      studies: unknown[];
    }>();
    expect(after.studies).toHaveLength(kept.studies.length);
  }, 60_000);
});

describe('letters', () => {
  const heading = 'person,arm,index,abteilung\n';
  const words = 'P1,participant,2024-09-02,Führung\nP2,comparison,,Küche\n';
  const utf16 = (order: 'le' | 'be'): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${heading}${words}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const latin = Buffer.from(heading + words, 'latin1');
  test.each<[string, Uint8Array | string, string]>([
    ['UTF-8', heading + words, 'Führung'],
    ['UTF-8 with a mark', `\ufeff${heading}${words}`, 'Führung'],
    ['UTF-16 little end first', utf16('le'), 'Führung'],
    ['UTF-16 big end first', utf16('be'), 'Führung'],
    ['Windows-1252', latin, 'Führung'],
    [
      'Windows-1252 with a euro sign',
      Buffer.concat([latin, Buffer.from('P3,comparison,,\x80\n', 'latin1')]),
      'Führung',
    ],
    ['line ends of Windows', (heading + words).replaceAll('\n', '\r\n'), 'Führung'],
    ['line ends of old Macs', (heading + words).replaceAll('\n', '\r'), 'Führung'],
    ['composed letters', (heading + words).normalize('NFD'), 'Führung'.normalize('NFD')],
    ['an escape of a shell', `${heading}${words.replace('Küche', '$(rm -rf ~)')}`, 'Führung'],
  ])(
    'in %s are read',
    async (_, bytes, value) => {
      const { reading } = await takenIn(evaluator, { people: { name: 'people.csv', bytes } });
      expect(reading!.problems.first.filter(({ file }) => file === 'people.csv')).toEqual([]);
      const people = reading!.tables[0]!.columns.find((column) => column.heading === 'abteilung')!;
      expect(people.values[0]).toBe(value);
    },
    60_000,
  );

  test('that no encoding has are told with their place', async () => {
    const bytes = Buffer.concat([Buffer.from(heading), Buffer.from([0xff, 0xfe, 0x00, 0x00, 0x81, 0x0a])]);
    const { reading, study } = await takenIn(evaluator, { people: { name: 'people.csv', bytes } });
    expect(study.failure).toBeNull();
    expect(reading!.problems.count).toBeGreaterThan(0);
  }, 60_000);
});

describe('what is written into cells, headings and names', () => {
  test('stays text on every page and in every file', async () => {
    const name = `${SCRIPT}"><img src=x onerror=alert(1)>.csv`;
    const bytes = [
      `person,arm,index,${SCRIPT},=cmd|' /C calc'!A1`,
      `${SCRIPT},participant,2024-09-02,"${SCRIPT}",=1+1`,
      `=HYPERLINK("http://x"),comparison,${SCRIPT},@SUM(A1),+1`,
      `-2+3,nonsense,${SCRIPT},x,y`,
    ].join('\n');
    const { id, reading } = await takenIn(evaluator, { people: { name, bytes } });
    expect(reading!.problems.count).toBeGreaterThan(1);
    for (const step of ['files', 'columns', 'plan', 'check', 'report']) {
      const { text: page } = await evaluator.get(`/files/${id}/${step}`);
      expect(page).not.toContain(SCRIPT);
      expect(page).not.toContain('<img src=x');
    }
    expect((await evaluator.get('/files')).text).not.toContain(SCRIPT);
    const csv = (await evaluator.get(`/files/${id}/problems.csv`)).text;
    expect(csv).not.toMatch(/(^|[,"\n])([=@]|[-+](?!\d))/m);
    const file = await evaluator.get(`/files/${id}/problems.xlsx`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.bytes.subarray(0, 2)).toEqual(text('PK'));
  }, 60_000);

  test('stays text in a report that is made of it', async () => {
    const folder = 'examples/kenya-mentoring-trial';
    const people = readFileSync(`${folder}/people.csv`, 'utf8');
    const scores = readFileSync(`${folder}/scores.csv`, 'utf8').replaceAll('weekly_profit', `=${SCRIPT}`);
    const plan = readFileSync(`${folder}/plan.json`, 'utf8')
      .replaceAll('weekly_profit', `=${SCRIPT}`)
      .replaceAll('Weekly profit', `=${SCRIPT}`);
    const { id } = await takenIn(evaluator, {
      people: { name: 'people.csv', bytes: people },
      scores: { name: 'scores.csv', bytes: scores },
      plan: { name: 'plan.json', bytes: plan },
    });
    await planned(evaluator, id, { source: 'file', looked: 'yes' });
    const { study } = await reported(evaluator, id);
    expect(study.failure).toBeNull();
    const page = await evaluator.get(`/files/${id}/report`);
    expect(page.text).toContain('&lt;script&gt;');
    expect(page.text).not.toContain(SCRIPT);
    expect((await evaluator.get(`/files/${id}/results/report.html`)).text).not.toContain(SCRIPT);
    expect((await evaluator.get(`/files/${id}/results/findings.csv`)).text).not.toMatch(/(^|[,"\n])=/m);
  }, 120_000);
});
