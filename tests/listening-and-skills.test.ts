import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The founding article's examples: trust grows with listening, and skills before, during and after. Answers come item by item. */
interface Answer {
  readonly person: string;
  readonly about?: string;
  readonly instrument: string;
  readonly wave: 'before' | 'during1' | 'after';
  readonly item: string;
  readonly answer: number;
}

const DATES = { before: '2026-01-02', during1: '2026-06-30', after: '2026-12-01' } as const;

function evaluated(pairs: number, answers: readonly Answer[], outcome: string) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-article-'));
  const numbers = Array.from({ length: pairs }, (_, i) => i);
  const files = {
    'people.csv': ['person,arm,index', ...numbers.map((i) => `p${i},participant,2026-01-05`)],
    'pairs.csv': [
      'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days,paused',
      ...numbers.map((i) => `q${i},m${Math.floor(i / 2)},p${i},2026-01-05,2026-12-31,,,14,`),
    ],
    'answers.csv': [
      'person,about,instrument,version,wave,date,item,answer',
      ...answers.map(({ person, about = '', instrument, wave, item, answer }) =>
        [person, about, instrument, 1, wave, DATES[wave], item, answer].join(','),
      ),
    ],
    'plan.json': [
      JSON.stringify({
        plan: 1,
        design: 'before-after',
        cutoff: '2026-12-31',
        look: '2026-12-31',
        primary: { outcome, wave: 'after', months: 11, better: 'higher', matters: 0.2 },
      }),
    ],
  };
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, name), [...lines, ''].join('\n'));
  const out = join(folder, 'out');
  const line = ['cli/start.js', 'evaluate', folder, '--out', out, '--as-of', '2027-01-31', '--json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { measures } = JSON.parse(stdout);
  return {
    figure: (measure: string, key: string, wave: string, side: 'exact' | 'shown' = 'exact') =>
      measures
        .find((one: { measure: string }) => one.measure === measure)
        [side].find((one: { key: string; wave: string }) => one.key === key && one.wave === wave),
    page: readFileSync(join(out, 'report.html'), 'utf8'),
  };
}

/** Mentees whose listening moves by −1, 0 or 1 and whose trust follows in part; pairs two and two of one mentor. */
function listeningAndTrust(pairs: number): Answer[] {
  return Array.from({ length: pairs }, (_, i) => {
    const heard = 2 + (Math.floor(i / 3) % 3);
    const moved = ((i * 7) % 3) - 1;
    const [first, second] = [i % 4 === 0 ? ((i * 5) % 3) - 1 : moved, (Math.floor((i * 5) / 2) % 3) - 1];
    const said = (wave: 'before' | 'after', item: string, answer: number): Answer => ({
      person: `p${i}`,
      about: `m${Math.floor(i / 2)}`,
      instrument: 'core-1',
      wave,
      item,
      answer,
    });
    return [
      ...['li1', 'li2', 'fb1', 'fb2'].flatMap((item) => [
        said('before', item, heard),
        said('after', item, heard + moved),
      ]),
      ...['tu1', 'tu2', 'tu3r'].map((item) => said('before', item, 3)),
      said('after', 'tu1', 3 + first),
      said('after', 'tu2', 3 + second),
      said('after', 'tu3r', 3),
    ];
  }).flat();
}

test('trust rose more where listening rose more: an association with its range, of pairs, and no cause', () => {
  const { figure, page } = evaluated(36, listeningAndTrust(36), 'trust');
  // R: L0 <- 2 + (i %/% 3) %% 3; dL <- (i*7) %% 3 - 1; dT <- (ifelse(i %% 4 == 0, (i*5) %% 3 - 1, dL) + ((i*5) %/% 2) %% 3 - 1) / 3
  // clubSandwich::conf_int(lm(dT ~ dL + L0), vcov = "CR2", cluster = i %/% 2)
  const found = figure('listening-trust', 'mentees-views', 'after');
  expect(found).toMatchObject({ n: 36, asked: 36, of: 'pairs' });
  expect(found.value).toBeCloseTo(0.375, 10);
  expect(found.range95[0]).toBeCloseTo(0.259621116911, 9);
  expect(found.range95[1]).toBeCloseTo(0.490378883089, 9);
  expect(page).toContain('Listening and trust together');
  expect(page).not.toMatch(/listening (led|leads) to|because of listening/i);
});

test('with 29 pairs there is no figure for anybody, and the reason is given', () => {
  const { figure } = evaluated(29, listeningAndTrust(29), 'trust');
  expect(figure('listening-trust', 'mentees-views', 'after', 'shown')).toMatchObject({
    value: null,
    range95: null,
    missing: { reason: 'too-few-people', values: { need: 30, have: 29 } },
  });
});

const ITEMS = ['le1', 'le2', 'le3', 'le4', 'le5', 'le6'];

/** Mentees who rate themselves three times; mentors and a third party rate them before and after; six are silent after. */
function skills(pairs: number): Answer[] {
  return Array.from({ length: pairs }, (_, i) => {
    const base = 2 + (i % 2);
    const grown = (i * 5) % 4;
    const rated = (person: string, wave: Answer['wave'], up: number): Answer[] =>
      ITEMS.map((item, k) => ({
        person,
        about: person === `p${i}` ? '' : `p${i}`,
        instrument: 'lead-1',
        wave,
        item,
        answer: base + (k < up ? 1 : 0),
      }));
    return [
      ...rated(`p${i}`, 'before', 0),
      ...rated(`p${i}`, 'during1', grown),
      ...(i < 24 ? rated(`p${i}`, 'after', grown) : []),
      ...rated(`m${Math.floor(i / 2)}`, 'before', 0),
      ...rated(`m${Math.floor(i / 2)}`, 'after', 1),
      ...rated('x1', 'before', 0),
      ...rated('x1', 'after', 2),
    ];
  }).flat();
}

test('skills before, during and after, by self, mentor and third party, with who is missing in the bounds', () => {
  const { figure } = evaluated(30, skills(30), 'leadership');
  // R: before <- 2 + i %% 2; change <- ((i*5) %% 4) / 6 over i = 0 … 23; t.test(change); g = mean ÷ sd(before) × J(23)
  const own = figure('skill-change', 'self-change', 'after');
  expect(own).toMatchObject({ n: 24, asked: 30 });
  expect(own.value).toBeCloseTo(0.25, 12);
  // Six of thirty are gone: between 1 − and 5 − their value before, three at 2 and three at 3.
  expect(own.bounds[0]).toBeCloseTo((24 * 0.25 - 3 - 6) / 30, 12);
  expect(own.bounds[1]).toBeCloseTo((24 * 0.25 + 9 + 6) / 30, 12);
  expect(figure('skill-change', 'self-standardised', 'after').value).toBeCloseTo(0.473306266584, 10);
  expect(figure('skill-change', 'self-change', 'during1')).toMatchObject({ n: 30 });
  expect(figure('skill-change', 'mentor-change', 'after').value).toBeCloseTo(1 / 6, 12);
  expect(figure('skill-change', 'third-party-change', 'after').value).toBeCloseTo(2 / 6, 12);
});
