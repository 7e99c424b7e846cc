import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor } from '#server/http/test-visitor.ts';
import {
  exampleFiles,
  fileServer,
  type FileServer,
  planned,
  reported,
  settled,
  takenIn,
} from './files.fixture.ts';

const PROMOTION = exampleFiles('examples/promotion-two-years', ['people', 'events']);

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

/** The fields of the plan page as a browser would send them back: what is typed, chosen, ticked. */
async function formOf(id: string): Promise<Record<string, string | string[]>> {
  const page = await evaluator.get(`/files/${id}/plan`);
  const text = /<form [^>]*action="[^"]*\/plan".*?<\/form>/s.exec(page.text)![0];
  const form: Record<string, string | string[]> = {};
  const letters = (value: string): string => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  for (const [input] of text.matchAll(/<input [^>]*>/g)) {
    const of = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1];
    const name = of('name');
    if (name === undefined || name === 'csrf' || name === 'keep') continue;
    if (/type="(radio|checkbox)"/.test(input)) {
      if (!/ checked/.test(input)) continue;
      const list = form[name] ?? [];
      form[name] = name.endsWith('[]') ? [...list, letters(of('value')!)] : letters(of('value')!);
    } else form[name] = letters(of('value') ?? '');
  }
  for (const [, name, options] of text.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    form[name!] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  return form;
}

describe('a plan that is made on the page', () => {
  test('as it was drafted says that nobody had made one', async () => {
    const { id, reading } = await takenIn(evaluator, PROMOTION);
    expect(reading).toMatchObject({
      drawn: true,
      plan: { design: 'matched', primary: { outcome: 'promotion' } },
    });
    const told = await planned(evaluator, id, (await formOf(id)) as Record<string, string>);
    expect(told.reading).toMatchObject({ drawn: true, plan: reading!.plan });
    expect(told.study.files.map(({ table }) => table)).toEqual(['people', 'events']);
  }, 120_000);

  test('with other words is the plan of the report, with its lock and its witness', async () => {
    const { id } = await takenIn(evaluator, PROMOTION);
    const form = {
      ...(await formOf(id)),
      program: 'Compass',
      'primary.matters': '7,5',
      'primary.months': '12',
      looked: 'no',
      lockedOn: '2021-01-15',
      lockedBy: 'Priya Nair',
      witness: 'Ines Duarte',
    };
    const { reading, study } = await planned(evaluator, id, form as unknown as Record<string, string>);
    expect(reading).toMatchObject({
      drawn: false,
      problems: { count: 0 },
      plan: {
        program: 'Compass',
        primary: { outcome: 'promotion', months: 12, better: 'higher', matters: 0.075 },
        locked: { on: '2021-01-15', by: 'Priya Nair', witness: 'Ines Duarte' },
      },
    });
    expect(study.steps).toMatchObject({ plan: 'done', check: 'done', report: 'to-do' });
    await reported(evaluator, id, { 'reports[]': ['integrity', 'mentor-eepm-16'], paper: 'letter' });
    const page = (await evaluator.get(`/files/${id}/report`)).text;
    expect(page).toContain('Ines Duarte');
    expect(page).not.toContain('not locked before results');
    for (const name of ['integrity.pdf', 'mentor-eepm-16.docx', 'findings.parquet', 'P01-all-outcomes.png']) {
      const file = await evaluator.get(`/files/${id}/results/${name}`);
      expect([name, file.status, file.bytes.length > 500]).toEqual([name, 200, true]);
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    }
  }, 240_000);

  test.each<[Record<string, string>, string]>([
    [{ 'primary.matters': 'many' }, 'Write the smallest difference that matters'],
    [{ 'primary.outcome': '' }, 'Choose the primary outcome.'],
    [{ cutoff: '2025-02-30' }, 'field-cutoff-error'],
    [{ looked: 'no', lockedOn: '2031-01-01', lockedBy: 'P' }, 'cannot have come before the results'],
    [{ looked: 'no', lockedOn: '2021-01-15', lockedBy: '' }, 'Say who stands for it'],
    [{ design: 'opinions', 'primary.months': '0' }, 'Write after how many months'],
  ])(
    'with %o comes back with what was wrong and what was typed',
    async (wrong, said) => {
      const { id } = await takenIn(evaluator, PROMOTION);
      const form = { ...(await formOf(id)), program: 'Kept as typed', ...wrong };
      const seen = await evaluator.post(`/files/${id}/plan`, form, `/files/${id}/plan`);
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining(said)]);
      expect(seen.text).toContain('Kept as typed');
      expect(seen.text).toContain('<title>Error:');
    },
    120_000,
  );
});

describe('what the check says', () => {
  test('too few people are told with why, before any result', async () => {
    const { id } = await takenIn(evaluator, exampleFiles('examples/too-small'));
    const { reading } = await planned(evaluator, id, { source: 'file', looked: 'yes' });
    const why = reading!.judged!.outcomes.flatMap((one) => one.why).join(' ');
    expect(why).toMatch(/people|events/);
    const page = (await evaluator.get(`/files/${id}/check`)).text;
    expect(page).toContain('What can be judged');
    expect(page).not.toMatch(/Benefit|Harm|likely \d/);
    await reported(evaluator, id);
    expect((await evaluator.get(`/files/${id}/report`)).text).toContain('Too little data');
  }, 240_000);

  test('all problems come at once with file, line, value and cure, and rows can be left out', async () => {
    const people = readFileSync('examples/promotion-two-years/people.csv', 'utf8').split('\n');
    const wrong = [
      'X1,comparison,,,,31.02.2025,Finance,G4,1,2,0',
      'X2,nobody,,,,2011-04-15,Finance,G4,1,2,0',
    ];
    const files = {
      ...PROMOTION,
      people: { name: 'people.csv', bytes: [...people.slice(0, -1), ...wrong, ''].join('\n') },
    };
    const { id, reading } = await takenIn(evaluator, files);
    const at = people.length;
    expect(reading!.problems).toMatchObject({ count: 2, curable: true });
    expect(
      reading!.problems.first.map(({ file, line, value, cure }) => [file, line, value, cure !== '']),
    ).toEqual([
      ['people.csv', at, '31.02.2025', true],
      ['people.csv', at + 1, 'nobody', true],
    ]);
    const csv = (await evaluator.get(`/files/${id}/problems.csv`)).text;
    expect(csv.split('\n')[1]).toContain('X1,comparison');
    await planned(evaluator, id, (await formOf(id)) as Record<string, string>);
    const left = await evaluator.post(
      `/files/${id}/check`,
      { problemRows: 'leave-out' },
      `/files/${id}/check`,
    );
    const told = await settled(evaluator, left.to!);
    expect(told.reading).toMatchObject({ problems: { count: 0 }, people: 5062, leftOut: 2 });
    expect((await evaluator.get(`/files/${id}/check`)).text).toContain('2 rows with problems are left out.');
  }, 240_000);

  test('a plan has to be decided before a report is made', async () => {
    const { id } = await takenIn(evaluator, PROMOTION);
    const seen = await evaluator.post(`/files/${id}/report`, {}, `/files/${id}/check`);
    expect([seen.status, seen.text]).toEqual([
      409,
      expect.stringContaining('The plan has not been decided yet.'),
    ]);
  }, 120_000);
});

describe('files and how they are read', () => {
  test('a file is replaced, added and removed, and everything is read again', async () => {
    const { id } = await takenIn(evaluator, { people: PROMOTION['people']! });
    const added = await evaluator.upload(
      `/files/${id}/files`,
      { events: PROMOTION['events']! },
      {},
      `/files/${id}/files`,
    );
    expect((await settled(evaluator, added.to!)).reading!.events).toBe(2522);
    const removed = await evaluator.post(
      `/files/${id}/files/remove`,
      { table: 'events' },
      `/files/${id}/files`,
    );
    expect((await settled(evaluator, removed.to!)).study.files.map(({ table }) => table)).toEqual(['people']);
    const needed = await evaluator.post(
      `/files/${id}/files/remove`,
      { table: 'people' },
      `/files/${id}/files`,
    );
    expect([needed.status, needed.text]).toEqual([422, expect.stringContaining('Choose a file of people')]);
  }, 120_000);

  test('a guess that was wrong is changed for all files', async () => {
    const bytes = 'person;arm;index;hired\nP1;participant;03.04.2024;01.02.2020\nP2;comparison;;05.06.2019\n';
    const { id, reading } = await takenIn(evaluator, { people: { name: 'people.csv', bytes } });
    expect(reading!.guesses.map(({ what }) => what)).toContain('delimiter');
    const hired = (told: typeof reading): string[] =>
      told!.tables[0]!.columns.find(({ heading }) => heading === 'hired')!.values;
    const seen = await evaluator.post(
      `/files/${id}/columns`,
      { dates: 'month-first' },
      `/files/${id}/columns`,
    );
    expect(hired((await settled(evaluator, seen.to!)).reading)).toEqual(['2020-01-02', '2019-05-06']);
    const back = await evaluator.post(`/files/${id}/columns`, { dates: 'day-first' }, `/files/${id}/columns`);
    expect(hired((await settled(evaluator, back.to!)).reading)).toEqual(['2020-02-01', '2019-06-05']);
  }, 120_000);

  test('templates have the headings that are read, and samples are the files of the example', async () => {
    const template = await evaluator.get('/files/templates/events.csv');
    expect(template.text).toBe('person,date,kind,value\n');
    const sample = await evaluator.get('/files/samples/people.csv');
    expect(sample.text).toBe(readFileSync('examples/promotion-two-years/people.csv', 'utf8'));
    for (const name of ['passwd', 'plan.csv', 'people.xlsx'])
      expect((await evaluator.get(`/files/samples/${name}`)).status).toBe(404);
  }, 60_000);
});
