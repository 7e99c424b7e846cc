import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldFile } from './field-file.ts';

interface Row {
  readonly person: string;
  readonly item: string;
  readonly answer: string;
  readonly language?: string;
  readonly version?: string;
  readonly wave?: string;
  readonly date?: string;
}

const RIGHTS = {
  holder: 'An institute',
  permission: 'Letter of 1 March 2026',
  uses: ['show', 'score', 'translate'],
  unaltered: true,
};

/** The command on a folder in which people answered an instrument that came along. */
function evaluated(instrument: object, rows: readonly Row[], people: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-items-'));
  const files: Record<string, string> = {
    'people.csv': ['person,arm,index', ...people.map((key) => `${key},participant,2026-01-05`)].join('\n'),
    'answers.csv': [
      'person,instrument,version,wave,date,item,answer,language',
      ...rows.map(
        ({ person, item, answer, language = '', version = '1', wave = 'after', date = '2026-12-01' }) =>
          `${person},theirs,${version},${wave},${date},${item},"${answer}",${language}`,
      ),
    ].join('\n'),
    'instruments/theirs.json': JSON.stringify(instrument),
    'plan.json': JSON.stringify({
      plan: 1,
      design: 'opinions',
      cutoff: '2026-12-31',
      look: '2026-12-31',
      primary: { outcome: 'agree', wave: 'after', months: 11, better: 'higher', matters: 0.1 },
    }),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const out = join(folder, 'out');
  const line = ['cli/start.js', 'evaluate', folder, '--out', out, '--as-of', '2027-01-31', '--json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  return {
    status,
    stderr,
    survey: () => JSON.parse(stdout).survey,
    stdout,
    problems: () => readFileSync(join(out, 'problems.csv'), 'utf8'),
  };
}

const theirs = (items: readonly object[], more: object = {}): object => ({
  instrument: 'theirs',
  version: '1',
  source: 'Made for this test',
  languages: ['en', 'de', 'ar'],
  rights: RIGHTS,
  items,
  scales: [],
  ...more,
});

test('C22: one option in three languages is one option: 4 of 6 agree, 2 disagree', () => {
  const [, ...cells] = new TextDecoder().decode(fieldFile('C22-languages.csv').bytes).trim().split('\n');
  const rows = cells
    .map((row) => row.split(','))
    .map(([person, language, answer]) => ({
      person: person!,
      item: 'q',
      answer: answer!,
      language: language!,
    }));
  const options = [
    { code: 'agree', words: { en: 'Agree', de: 'Stimme zu', ar: 'أوافق' } },
    { code: 'disagree', words: { en: 'Disagree', de: 'Stimme nicht zu', ar: 'لا أوافق' } },
  ];
  const { survey, stderr } = evaluated(theirs([{ id: 'q', options }]), rows, ['1', '2', '3', '4', '5', '6']);
  const { exact, shown } = survey();
  expect(exact.items).toMatchObject([
    {
      item: 'q',
      kind: 'one-of',
      answered: 6,
      cells: [
        { code: 'agree', count: 4 },
        { code: 'disagree', count: 2 },
      ],
    },
  ]);
  expect(
    shown.items[0].cells.map(({ codes, count }: { codes: string[]; count: number }) => [codes[0], count]),
  ).toEqual([
    ['agree', 4],
    ['disagree', 2],
  ]);
  expect(stderr).not.toContain('fits no step');
});

test('C06: where several answers are possible shares are of people: 8, 6 and 2 of the 10 who answered', () => {
  const options = ['A', 'B', 'C'].map((code) => ({ code }));
  const people = Array.from({ length: 12 }, (_, i) => `p${i}`);
  const chosen = (i: number): string =>
    [...(i < 8 ? ['A'] : []), ...(i >= 4 && i < 10 ? ['B'] : []), ...(i < 2 ? ['C'] : [])].join('; ');
  const rows = people.map((person, i) => ({ person, item: 'why', answer: i < 10 ? chosen(i) : '' }));
  const { survey } = evaluated(
    theirs([{ id: 'why', options, several: true }], { languages: ['en'] }),
    rows,
    people,
  );
  const [exact] = survey().exact.items;
  expect(exact).toMatchObject({ kind: 'several-of', asked: 12, answered: 10, people: 10 });
  expect(
    exact.cells.map(({ code, count }: { code: string; count: number }) => [code, count / exact.answered]),
  ).toEqual([
    ['A', 0.8],
    ['B', 0.6],
    ['C', 0.2],
  ]);
});

test('without the right to score, an instrument stops the evaluation with what is missing', () => {
  const items = [{ id: 'q', lowest: 1, highest: 5 }];
  const { status, problems } = evaluated(
    theirs(items, { rights: { ...RIGHTS, uses: ['show', 'translate'] } }),
    [{ person: 'p1', item: 'q', answer: '4' }],
    ['p1'],
  );
  expect(status).not.toBe(0);
  expect(problems()).toContain('An institute has not allowed to score `theirs`, so it cannot be used.');
});

test('the wording of the sentences leaves in no output unless its owner allows', () => {
  const wording = 'A sentence that belongs to the institute.';
  const items = [{ id: 'q', lowest: 1, highest: 5, wording: { en: wording } }];
  const people = Array.from({ length: 8 }, (_, i) => `p${i}`);
  const rows = people.map((person, i) => ({ person, item: 'q', answer: String(1 + (i % 5)) }));
  const told = (uses: readonly string[]): string =>
    evaluated(theirs(items, { rights: { ...RIGHTS, uses } }), rows, people).stdout;
  expect(told(['show', 'score', 'translate'])).not.toContain(wording);
  expect(told(['show', 'score', 'translate', 'publish-items'])).toContain(wording);
});
