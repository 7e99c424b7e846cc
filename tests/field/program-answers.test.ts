import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Instrument } from '#evaluation/instruments/instrument.ts';
import { scoredRows } from '#evaluation/instruments/score-answers.ts';
import { takeIn } from '#intake/take-in.ts';
import { textFile } from '#tests/text-file.ts';
import { fieldFile } from './field-file.ts';

/** The rows of a case as cells. */
function cells(name: string): string[][] {
  const [, ...rows] = new TextDecoder().decode(fieldFile(name).bytes).trimEnd().split('\n');
  return rows.map((row) => row.split(','));
}

/** A pulse that an organisation brings along, in three languages. */
const PULSE: Instrument = {
  id: 'pulse',
  version: '1',
  per: 'wave',
  forms: [{ id: 'all', asks: ['mentee'], about: 'oneself', items: ['q1'] }],
  items: [
    {
      id: 'q1',
      answered: {
        kind: 'rating',
        lowest: 0,
        highest: 1,
        words: 'agree',
        stepWords: {
          en: ['Disagree', 'Agree'],
          de: ['Stimme nicht zu', 'Stimme zu'],
          ar: ['لا أوافق', 'أوافق'],
        },
      },
    },
  ],
  scales: [
    { id: 'agree', subject: 'meeting', items: ['q1'], leastAnswered: 1, score: 'mean', better: 'higher' },
  ],
  rights: { holder: 'an organisation', terms: 'own', uses: ['show', 'score'], unaltered: true },
  source: 'made for this test',
  languages: ['en', 'de', 'ar'],
  worked: [],
};

test('C22: one option in three languages is one option: 4 of 6 agree, 2 disagree', async () => {
  const rows = cells('C22-languages.csv').map(
    ([person, language, answer]) => `${person},pulse,1,after,2026-12-01,q1,${answer},${language}`,
  );
  const { rows: taken, problems } = await takeIn({
    people: textFile(
      'people.csv',
      `person,arm,index\n${[1, 2, 3, 4, 5, 6].map((key) => `${key},participant,2026-01-05\n`).join('')}`,
    ),
    program: {
      answers: textFile(
        'answers.csv',
        `person,instrument,version,wave,date,item,answer,language\n${rows.join('\n')}`,
      ),
    },
  });
  expect(problems).toEqual([]);
  const { scores } = scoredRows({ ...taken, instruments: [PULSE] }).rows;
  expect([...scores.score].sort()).toEqual([0, 0, 1, 1, 1, 1]);
});

test('C23: case and outer blanks of a self-made code do not matter, a letter for a digit is a near miss; two are too few to show', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-codes-'));
  const rows = cells('C23-codes.csv');
  const people = rows
    .filter(([wave]) => wave === 'before')
    .map(([, code]) => `${code!},participant,2026-01-05\n`);
  const scores = rows.map(
    ([wave, code, score]) =>
      `${wave},"${code!}",${wave === 'before' ? '2026-01-02' : '2026-12-01'},trust,${score!},1,5\n`,
  );
  const primary = { outcome: 'trust', wave: 'after', months: 11, better: 'higher', matters: 0.2 };
  const files: Record<string, string> = {
    'people.csv': `person,arm,index\n${people.join('')}`,
    'scores.csv': `wave,person,date,scale,score,low,high\n${scores.join('')}`,
    'plan.json': JSON.stringify({
      plan: 1,
      design: 'before-after',
      cutoff: '2026-12-31',
      look: '2026-12-31',
      primary,
    }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const line = [
    'cli/start.js',
    'evaluate',
    folder,
    '--out',
    join(folder, 'out'),
    '--as-of',
    '2027-01-31',
    '--json',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  expect(stderr).toContain(
    '1 key in `person` of scores.csv differs from one on file only in case, and is read as that: `2olIha` as `2OLIHA`.',
  );
  expect(stderr).toContain('Blanks before or after the text were taken off in 1 cell of `person`.');
  expect(stderr).toContain('2 scores belong to 2 people who are not in the people file.');
  expect(stderr).toContain(
    'Some people who are not in the people file look like people who are: `OARCRE` like `0ARCRE`.',
  );
  const [finding] = JSON.parse(stdout).findings;
  expect(finding.exact).toMatchObject({ estimate: 1, groups: [{ n: 2 }] });
  expect(finding.shown).toBe(null);
  expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).not.toContain('rose from');
});
