import { expect, test } from 'vitest';
import { gaps, meanFigure, met, says, shareFigure } from './figures.ts';
import type { Observed } from './observed.ts';
import { firstOf } from './first-programs.ts';
import { selectionTruth } from './selection-program.ts';

test('selection alone: the plain gap finds what is not there, the adjusted gap does not', () => {
  const { figure } = firstOf('selection-1214', 60);
  expect(figure('mean plain gap').value).toBeGreaterThan(4);
  expect(Math.abs(figure('mean adjusted gap').value)).toBeLessThan(1.5);
  expect(figure('plain range leaves out 0').value).toBeGreaterThan(35);
  expect(figure('benefit').value).toBeLessThan(10);
  expect(figure('likely range holds the truth').value).toBeGreaterThan(87);
  expect(figure('sentence of F5 due').value).toBeGreaterThan(30);
  expect(figure('sentence of F5 comes when due').value).toBe(100);
});

test('an effect is found at its size, where the plain gap is wrong by 6 in 100', () => {
  const { figure } = firstOf('effect-1214', 60);
  expect(figure('mean adjusted gap').value).toBeGreaterThan(7.2);
  expect(figure('mean adjusted gap').value).toBeLessThan(10.4);
  expect(figure('mean plain gap').value).toBeGreaterThan(13.5);
  expect(figure('benefit').value).toBeGreaterThan(35);
  expect(figure('likely range holds the truth').value).toBeGreaterThan(87);
});

test('hidden ambition deceives the engine, which never speaks as of a draw', () => {
  const { figure } = firstOf('hidden-0.6-1214', 40);
  expect(figure('mean adjusted gap').value).toBeGreaterThan(3);
  expect(figure('told in the words of a draw (grade A)').value).toBe(0);
});

test('with rolling enrolment the places that comparison people get later do not pass for an effect', () => {
  const { figure } = firstOf('rolling-weighted-2-1-4000', 12);
  expect(Math.abs(figure('mean adjusted gap').value)).toBeLessThan(2.5);
  expect(figure('benefit').value).toBeLessThan(25);
});

test('the true effect by potential outcomes is the one that chances in closed form give', () => {
  const settings = { people: 300_000, ratio: 1.6, hidden: 0 };
  const { difference, error } = selectionTruth(5, settings);
  expect(Math.abs(difference - 0.0885)).toBeLessThan(3 * error);
  expect(selectionTruth(5, { ...settings, ratio: 1 }).difference).toBe(0);
});

test('scores of 20 and 40 people without an effect: the verdict is nearly always inconclusive', () => {
  const { observed } = firstOf('verdict-score-20-0', 200);
  const share = (verdict: Observed['verdict']): number => shareFigure('', observed, says(verdict)).value;
  expect(share('benefit')).toBeLessThan(6.5);
  expect(share('harm')).toBeLessThan(6.5);
  expect(share('inconclusive')).toBeGreaterThan(84);
});

test('scores of 150 and 300 people find an effect of the size that matters in seven of eight programs', () => {
  const { observed } = firstOf('verdict-score-150-1', 120);
  const benefit = shareFigure('', observed, says('benefit')).value;
  expect(benefit).toBeGreaterThan(79);
  expect(benefit).toBeLessThan(97);
  expect(shareFigure('', observed, says('benefit', 'clear')).value).toBeLessThan(8);
  expect(Math.abs(meanFigure('', gaps(observed), 'score').value - 0.2)).toBeLessThan(0.02);
});

test('shares of 150 and 300 people: harm of the size that matters is seen in a quarter of programs', () => {
  const { observed } = firstOf('verdict-share-150--1', 120);
  const harm = shareFigure('', observed, says('harm')).value;
  expect(harm).toBeGreaterThan(15);
  expect(harm).toBeLessThan(40);
});

test('a figure far from its target does not meet it', () => {
  const figure = { name: '', digits: 1, value: 5, error: 0.2, n: 100 };
  expect(met({ ...figure, target: { low: 0, high: 4 } })).toBe('not-met');
  expect(met({ ...figure, target: { low: 0, high: 4.8 } })).toBe('close');
  expect(met({ ...figure, target: { low: 4.5, high: 4.5, error: 0.1 } })).toBe('met');
  expect(met({ ...figure, target: { low: 4, high: 4, error: 0.1 } })).toBe('not-met');
});
