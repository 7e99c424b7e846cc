import { expect, test } from 'vitest';
import { drawnProgram, drawnTruth, gapWithoutLeaving } from './drawn-program.ts';
import { firstOf } from './first-programs.ts';

test('who stays longer is promoted more often, and the engine says by how much where one minus Kaplan-Meier cannot', () => {
  const { figure } = firstOf('leavers', 40);
  expect(Math.abs(figure('mean gap less the truth').value)).toBeLessThan(1.6);
  expect(figure('likely range holds the truth').value).toBeGreaterThan(82);
  expect(figure('told in the words of a draw (grade A)').value).toBe(100);
});

test('one minus Kaplan-Meier of the same paces is no difference, though more are promoted of those who stay', () => {
  const settings = {
    people: 200_000,
    promotionRatio: 1,
    exitRatio: 0.4,
    takesPart: [1, 0],
    strata: false,
  } as const;
  expect(Math.abs(gapWithoutLeaving(drawnProgram(11, settings)))).toBeLessThan(0.006);
  // Two constant paces: p ÷ (p + e) × (1 − exp(−730 (p + e))) = 0.1652 with fewer exits, 0.1547 without.
  const { difference, error } = drawnTruth(12, settings);
  expect(Math.abs(difference - (0.1652 - 0.1547))).toBeLessThan(3 * error);
  expect(error).toBeLessThan(0.0005);
});

test('unequal draws do not pass for an effect, and people count as drawn', () => {
  const { figure } = firstOf('unequal-draws-nothing', 40);
  expect(figure('mean plain gap less the truth').value).toBeGreaterThan(3.5);
  expect(Math.abs(figure('mean gap less the truth').value)).toBeLessThan(1.6);
});

test('mentors with many mentees: ranges hold the truth where ranges that take everybody as alone do not', () => {
  const { figure } = firstOf('many-mentees', 60);
  expect(figure('likely range holds the truth').value).toBeGreaterThan(86);
  expect(figure('range that takes everybody as alone holds the truth').value).toBeLessThan(90);
});

test('where a quarter of all first answers came late there is no verdict', () => {
  const { figure } = firstOf('late-many', 20);
  expect(figure('gate F8').value).toBe(100);
  expect(figure('words only').value).toBe(100);
});

test('low scores that keep one arm silent take the verdict away, and the bounds still hold the truth', () => {
  const { figure } = firstOf('silence-apart', 30);
  expect(figure('gate F4').value).toBeGreaterThan(90);
  expect(figure('words only').value).toBeGreaterThan(80);
  expect(figure('bounds hold the truth').value).toBe(100);
  expect(figure('mean gap less the truth').value).toBeLessThan(-0.03);
});

test('comparing changes takes out a head start, and finds groups that were changing apart before', () => {
  const changes = firstOf('changes', 40).figure;
  expect(changes('mean plain gap less the truth').value).toBeGreaterThan(0.35);
  expect(Math.abs(changes('mean gap less the truth').value)).toBeLessThan(0.05);
  expect(firstOf('changes-apart', 20).figure('words only').value).toBeGreaterThan(80);
});

test('people chosen for low scores rise without a program, and before and after alone gives no verdict on it', () => {
  const { figure } = firstOf('return-to-mean', 30);
  expect(figure('mean change').value).toBeGreaterThan(0.15);
  expect(figure('range of the change leaves out 0').value).toBeGreaterThan(90);
  expect(figure('no verdict').value).toBe(100);
  expect(figure('told with grade C').value).toBe(100);
});
