import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { disclose } from '../disclosure/disclose.ts';
import { evaluationOf } from './made-program.fixture.ts';

/** So many of so many mentees agree in each wave, with 4 of 5; the others say 3. */
const waves = (steps: Readonly<Record<string, readonly [agree: number, of: number]>>, plan = {}) =>
  evaluationOf({
    count: 120,
    plan,
    scores: Object.entries(steps).flatMap(([wave, [agree, of]]) =>
      Array.from({ length: of }, (_, i) => ({
        person: `p${i}`,
        scale: 'satisfaction',
        wave,
        score: i < agree ? 4 : 3,
      })),
    ),
  });

test('68 of 81 after 61 of 79 are 6.74 in 100 more, likely 5.59 fewer to 18.94 more', () => {
  const [view] = waves({ during1: [61, 79], during2: [68, 81] }).views.waves;
  expect(view!.waves.map(({ n, agree, asked }) => [n, agree, asked])).toEqual([
    [79, 61, 120],
    [81, 68, 120],
  ]);
  expectClose(view!.change!.estimate, 0.067354, 1e-4);
  expect(view!.change!.range95.map((end) => end.toFixed(4))).toEqual(['-0.0559', '0.1894']);
});

test('a wave with fewer than five answers looks like one of nobody, also in the change', () => {
  const { views } = disclose(waves({ during1: [20, 40], during2: [2, 4], during3: [22, 40] }));
  const without = disclose(waves({ during1: [20, 40], during3: [22, 40] }));
  expect(views.waves).toEqual(without.views.waves);
  expect(views.waves[0]!.change).not.toBeNull();
});

test('where more than nine in ten agree the change is told without numbers', () => {
  const { views } = disclose(waves({ during1: [40, 80], during2: [79, 80] }));
  expect(views.waves[0]!.waves[1]).toMatchObject({ words: 'more-than-90', value: null, count: null });
  expect(views.waves[0]!.change).toEqual({ direction: 'rose', estimate: null, range95: null });
});

test('an outcome of the plan has no course of its own here', () => {
  expect(
    waves(
      { during1: [20, 40], during2: [25, 40] },
      { primary: { outcome: 'satisfaction', better: 'higher', matters: 0.2 } },
    ).views.waves,
  ).toEqual([]);
});

test('a scale about oneself and about the other is followed twice', () => {
  const people = Array.from({ length: 20 }, (_, i) => i);
  const { views } = evaluationOf({
    count: 20,
    scores: people.flatMap((i) => [
      { person: `p${i}`, scale: 'honesty', wave: 'during1', score: 5 },
      { person: `p${i}`, about: `m${i}`, scale: 'honesty', wave: 'during1', score: 2 },
    ]),
  });
  expect(views.waves.map(({ about, waves: [point] }) => [about, point!.agree])).toEqual([
    ['oneself', 20],
    ['the-other', 0],
  ]);
});
