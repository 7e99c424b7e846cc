import { expect, test } from 'vitest';
import type { CoursePoint, OutcomeCourse, OutcomeCurves } from '../evaluation.ts';
import type { ShownFinding } from '../shown.ts';
import { shownCourse, shownCurves } from './disclose-courses.ts';

const NEED = 5;
const point = (who: CoursePoint['who'], wave: string, n: number, date = '2026-03-01'): CoursePoint => ({
  wave,
  who,
  month: 2,
  date,
  n,
  value: 3.2,
  range95: [3, 3.4],
  range80: null,
  range50: null,
  alike: 0,
});
const course = (waves: readonly CoursePoint[]): OutcomeCourse => ({
  outcome: 'skill',
  who: 'mentees',
  label: 'Skill',
  unit: 'points',
  scale: [1, 5],
  waves,
});
const told = (waves: readonly CoursePoint[]) => shownCourse(course(waves), NEED);

test('a wave of too few people of an arm is a gap that tells nothing of them, the same as one of nobody', () => {
  const others = [
    point('participants', 'before', 40),
    point('comparison', 'before', 40),
    point('participants', 'after', 40),
  ];
  const few = told([...others, point('comparison', 'after', 3, '2026-04-17')]);
  expect(few).toEqual(told(others));
  expect(few[0]!.waves.at(-1)).toEqual({
    wave: 'after',
    who: 'comparison',
    month: 2,
    date: '2026-03-01',
    n: 0,
    value: null,
    range95: null,
    range80: null,
    range50: null,
    words: null,
    hidden: true,
  });
});

test('a wave of too few people of both arms is left out, and so is a course of nothing else', () => {
  const both = [point('participants', 'before', 40), point('participants', 'after', 3)];
  expect(told(both)[0]!.waves.map(({ wave }) => wave)).toEqual(['before']);
  expect(told([point('participants', 'after', 4)])).toEqual([]);
});

test('where nearly all have one value, the mean of a wave is coarse, or not told below twenty', () => {
  const alike = (n: number, same: number) =>
    told([{ ...point('participants', 'after', n), value: 4.95, alike: same }])[0]!.waves[0]!.value;
  expect(alike(40, 38)).toBe(5);
  expect(alike(15, 14)).toBeNull();
  expect(alike(40, 30)).toBe(5);
  expect(told([{ ...point('participants', 'after', 40), value: 4.42, alike: 38 }])[0]!.waves[0]!.value).toBe(
    4.5,
  );
});

test('people still observed come in steps of five: with those promoted they would tell how many left', () => {
  const curves = {
    outcome: 'promotion',
    who: 'mentees',
    months: 24,
    label: 'Promotion',
    arms: [
      {
        who: 'participants',
        stopsAtMonth: null,
        steps: [57, 53, 52].map((observed, i) => ({
          month: 3 * (i + 1),
          observed,
          value: 0.05,
          range95: null,
        })),
      },
    ],
  } as OutcomeCurves;
  const finding = {
    outcome: 'promotion',
    who: 'mentees',
    months: 24,
    shown: { groups: [{ who: 'participants', n: 60, value: 0.05 }] },
  } as unknown as ShownFinding;
  expect(shownCurves(curves, [finding])[0]!.arms[0]!.steps.map(({ observed }) => observed)).toEqual([
    55, 55, 50,
  ]);
});
