import { expect, test } from 'vitest';
import { disclosedMeasures } from '../disclosure/disclose-measures.ts';
import { madeRoster, madeScores } from './made-scores.ts';
import { satisfaction } from './satisfaction.ts';

const CONTEXT = {} as Parameters<typeof satisfaction.compute>[1];
const FINDING = {
  measure: satisfaction.id,
  number: satisfaction.number,
  better: satisfaction.better,
  sensitive: satisfaction.sensitive,
  from: satisfaction.from,
  missing: null,
};
const PLAN = {
  plan: 1,
  cutoff: '2026-06-30',
  look: '2026-06-30',
  design: 'opinions',
  primary: { outcome: 'satisfaction', better: 'higher', matters: 0.2 },
} as const;

test('what is shown is never rounded up: a mean of 4.2857 of thirty-five people reads 4.2', () => {
  const scores = Array.from({ length: 35 }, (_, i) => ({
    person: `p${i}`,
    scale: 'satisfaction',
    score: i % 7 < 5 ? 4 : 5,
  }));
  const figures = satisfaction.compute(
    { scores: madeScores(scores), enrolled: madeRoster(40, 'mentee') },
    CONTEXT,
  );
  if ('reason' in figures) throw new Error(figures.reason);
  expect(figures[0]!.value).toBeCloseTo(30 / 7, 12);
  const [shown] = disclosedMeasures([{ ...FINDING, figures }], PLAN);
  expect(shown!.figures[0]).toMatchObject({ value: 4.2, bounds: [3.8, 4.4] });
});

test('mentees and mentors stand apart, and of a role that nobody has there is no figure', () => {
  const rows = madeScores([
    { person: 'm0', scale: 'satisfaction', score: 2 },
    { person: 'm1', scale: 'satisfaction', score: 5 },
  ]);
  const figures = satisfaction.compute({ scores: rows, enrolled: madeRoster(3, 'mentor') }, CONTEXT);
  if ('reason' in figures) throw new Error(figures.reason);
  expect(figures.map(({ key, value, bounds }) => [key, value, bounds])).toEqual([
    ['mentors-mean', 3.5, [8 / 3, 4]],
    ['mentors-content', 0.5, [1 / 3, 2 / 3]],
  ]);
});

test('a mean of three answers that is 4 on paper counts as content', () => {
  const rows = madeScores([3.8, 4.6, 3.6].map((score) => ({ person: 'p0', scale: 'satisfaction', score })));
  const figures = satisfaction.compute({ scores: rows, enrolled: madeRoster(1, 'mentee') }, CONTEXT);
  if ('reason' in figures) throw new Error(figures.reason);
  expect(figures[1]).toMatchObject({ key: 'mentees-content', count: 1 });
});
