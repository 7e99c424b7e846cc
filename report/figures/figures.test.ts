import { expect, test } from 'vitest';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { FigureBlock } from '../document.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { EVERY_FACE, LOTTERY, NOT_DUE, OPINIONS } from '../reports/hard-cases.fixture.ts';
import { PROGRAM_YEAR } from '../reports/program-year.fixture.ts';
import { figureFile } from './figure-file.tsx';
import { p01AllOutcomes } from './p01-all-outcomes.tsx';
import { p02Course } from './p02-course.tsx';
import { p04OfHundred } from './p04-of-hundred.tsx';
import { p05When } from './p05-when.tsx';
import { balanceTitle, p06Balance } from './p06-balance.tsx';
import { p07Flow } from './p07-flow.tsx';
import { EVALUATION_FIGURES, OUTCOME_FIGURES, QUESTION_FIGURES } from './registry.ts';

const WORLDS = { COMPASS, EVERY_FACE, LOTTERY, OPINIONS, NOT_DUE, PROGRAM_YEAR };

function allFigures(shown: ShownEvaluation): FigureBlock[] {
  const whole = Object.values(EVALUATION_FIGURES).map((figure) => figure(shown));
  const each = [...OUTCOME_FIGURES, ...Object.values(QUESTION_FIGURES)];
  const single = shown.findings.flatMap((finding) => each.map((figure) => figure(shown, finding)));
  return [...whole, ...single].filter((figure) => figure?.kind === 'figure');
}

const [skill, promotion] = COMPASS.findings;

test.each(Object.entries(WORLDS))(
  'every figure of %s has title, description, source, table and people',
  (_, shown) => {
    for (const figure of allFigures(shown)) {
      for (const svg of Object.values(figure.svg)) {
        expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
        expect(svg).not.toMatch(/NaN|undefined|null|Infinity| id="/);
      }
      expect(figure.source).toContain('7F3C-91AD-E20B');
      expect(figure.table.rows.length).toBeGreaterThan(0);
      for (const row of figure.table.rows) {
        expect(row).toHaveLength(figure.table.columns.length);
        for (const cell of row) expect(cell).toMatch(/\S/);
      }
      expect(figure.n === null || typeof figure.n === 'number').toBe(true);
    }
  },
);

test('colours on screens are looked up, on paper they are fixed', () => {
  for (const figure of allFigures(COMPASS)) {
    expect(figure.svg.screen).not.toMatch(/#[0-9A-F]{6}/);
    expect(figure.svg.paper).not.toContain('var(');
  }
});

test('the same evaluation draws the same bytes', () => {
  expect(allFigures(COMPASS)).toEqual(allFigures(structuredClone(COMPASS)));
});

test('a plan that was not locked says so on every figure', () => {
  const sentence = 'this plan was not locked before results were known';
  for (const figure of allFigures(LOTTERY)) expect(figure.source).toContain(sentence);
  for (const figure of allFigures(COMPASS)) expect(figure.source).not.toContain(sentence);
});

test('P01 draws each outcome at its multiple of what matters, better to the right', () => {
  const figure = p01AllOutcomes(COMPASS)!;
  // Axis: −3 at 200, 3 at 454, so 0 at 327 and one multiple is 42.333 pixels.
  // Leadership skill 0.34 ÷ 0.20 = 1.7 → 398.97. Strain +0.28 ÷ 0.20, lower is better: −1.4 → 267.73, a diamond.
  expect(figure.svg.paper).toContain('cx="399"');
  expect(figure.svg.paper).toMatch(/<polygon points="267\.7,/);
  // The 95 % bar of skill: 0.21 ÷ 0.20 = 1.05 → 371.45, to 2.35 → 426.48: 55.0 long, 2 thick.
  expect(figure.svg.paper).toMatch(/<rect x="371\.5" y="[\d.]+" width="55" height="2"/);
});

test('P01 has a row per outcome in its table, each range beside its estimate', () => {
  const { table } = p01AllOutcomes(COMPASS)!;
  expect(table.columns.map((column) => column.key).slice(3, 6)).toEqual(['estimate', 'low', 'high']);
  expect(table.rows[0]!.slice(0, 9)).toEqual([
    'Leadership skill (1 to 5)',
    'Primary outcome',
    'points',
    '+0.34',
    '0.21',
    '0.47',
    '0.2',
    '131',
    '240',
  ]);
  expect(table.rows[1]!.slice(3, 7)).toEqual(['+6.1', '−1.2', '14.2', '5']);
});

test('P01 writes words in place of a bar where there is nothing to draw', () => {
  const svg = p01AllOutcomes(EVERY_FACE)!.svg.paper;
  expect(svg).toContain('Too little data: 11 and 17 people');
  expect(svg).toContain('Hidden to protect people');
  expect(svg).toContain('Not due until 15 Jan 2029');
});

test('P01 is absent where nothing is compared', () => {
  expect(p01AllOutcomes(OPINIONS)).toBeNull();
});

test('P02 tells every wave of both groups and leaves a hidden wave out', () => {
  const figure = p02Course(LOTTERY, LOTTERY.findings[0]!)!;
  expect(figure.table.rows).toHaveLength(16);
  expect(figure.table.rows.filter((row) => row.includes('not shown'))).toHaveLength(1);
  // 15 known points, each with three bars; discs and squares also in the key.
  expect(figure.svg.paper.match(/<circle/g)).toHaveLength(8 + 1);
  expect(figure.svg.paper.match(/<polygon/g)).toHaveLength(7 + 1);
});

test('P02 shows the whole scale of a questionnaire', () => {
  const svg = p02Course(COMPASS, skill!)!.svg.paper;
  for (const tick of [1, 2, 3, 4, 5]) expect(svg).toContain(`>${tick}</text>`);
  expect(svg).not.toContain('Zoomed axis');
});

test('P04 fills as many symbols as people in 100 and writes the difference with its range', () => {
  const figure = p04OfHundred(COMPASS, promotion!)!;
  const filled = [...figure.svg.paper.matchAll(/data-filled="(\d+)"/g)].map((match) => Number(match[1]));
  const open = [...figure.svg.paper.matchAll(/data-open="(\d+)"/g)].map((match) => Number(match[1]));
  expect(filled).toEqual([21, 15]);
  expect(open).toEqual([79, 85]);
  expect(figure.svg.paper).toContain('6.1 more in 100 (likely 1.2 fewer to 14.2 more)');
  expect(figure.table.rows.map((row) => row[3])).toEqual(['21', '15', '6.1']);
  expect([figure.n, figure.low, figure.high]).toEqual([444, -0.012, 0.142]);
});

test('P04 shows real people below fifty, and words where a count would expose them', () => {
  const few = EVERY_FACE.findings.find((finding) => finding.outcome === 'few')!;
  const svg = p04OfHundred(EVERY_FACE, few)!.svg.paper;
  expect(svg).toContain('data-filled="8"');
  expect(svg).toContain('data-open="29"');
  const words = EVERY_FACE.findings.find((finding) => finding.outcome === 'words')!;
  expect(p04OfHundred(EVERY_FACE, words)!.svg.paper).toContain('more than 90 %');
});

test('P04 is absent for scores, and for shares that are hidden', () => {
  expect(p04OfHundred(COMPASS, skill!)).toBeNull();
  expect(p04OfHundred(COMPASS, { ...promotion!, shown: null })).toBeNull();
});

test('P05 has a row per quarter and group, with the people still observed', () => {
  const figure = p05When(COMPASS, promotion!)!;
  expect(figure.table.rows).toHaveLength(16);
  expect(figure.table.rows[7]!.slice(0, 4)).toEqual(['by month 24', 'Participants', '108', '21.0']);
  expect(figure.svg.paper).toContain('>222</text>');
  expect(p05When(COMPASS, skill!)).toBeNull();
});

test('P05 says where a curve stops for lack of people', () => {
  const [curves] = COMPASS.curves;
  const short = { ...curves!.arms[0]!, steps: curves!.arms[0]!.steps.slice(0, 6), stopsAtMonth: 19.4 };
  const shown = { ...COMPASS, curves: [{ ...curves!, arms: [short, curves!.arms[1]!] }] };
  expect(p05When(shown, promotion!)!.svg.paper).toContain('the curve stops at month 19');
});

test('P06 names in its title what lies outside the band, and puts far differences at its edge', () => {
  const figure = p06Balance(COMPASS)!;
  expect(figure.title).toBe(
    'The two groups were alike in 9 of 10 characteristics before the start, but not in training days',
  );
  // training_days before 0.61 is beyond the axis of 0.5: one arrow head in the plot.
  expect(figure.svg.paper.match(/<polygon/g)).toHaveLength(1);
  expect(balanceTitle(COMPASS.balance.slice(0, 3))).toBe(
    'The two groups were alike in all 3 characteristics before the start',
  );
});

test('P07 counts each step and joins reasons of fewer than five people', () => {
  const figure = p07Flow(COMPASS);
  expect(figure.svg.paper).toContain('Participants: 160');
  expect(figure.svg.paper).toContain('Other reasons: 3');
  expect(figure.svg.paper).not.toContain('Rows with problems');
  expect(figure.table.rows[0]).toEqual(['On file', '160', '1,054', 'none', '1,214']);
});

test('a figure as a file of its own carries title, subtitle and source, as text', () => {
  const file = figureFile(p01AllOutcomes(COMPASS)!);
  expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(file.match(/<svg/g)).toHaveLength(1);
  expect(file).toContain('locked before results');
  expect(file).not.toContain('var(');
});
