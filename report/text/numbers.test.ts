import { expect, test } from 'vitest';
import { armTexts, differenceWords, inHundred } from './numbers.ts';

test('a share is given without the noise of binary fractions', () => {
  expect(inHundred(0.57)).toBe('57');
  expect(inHundred(0.07)).toBe('7');
});

test('a score keeps its digits and is grouped', () => {
  expect(armTexts('score', [2417.6])).toEqual(['2,417.6']);
});

test('values beside each other have the same decimals, and a gap stays empty', () => {
  expect(armTexts('score', [3.1, 3.47])).toEqual(['3.10', '3.47']);
  expect(armTexts('share', [0.21, null])).toEqual(['21', '']);
});

test('a difference below zero loses its sign, and its range starts at the end nearer to zero', () => {
  expect(differenceWords('score', { estimate: -0.4, range: [-0.55, -0.25], matters: 0.2 })).toEqual({
    est: '0.40',
    low: '0.25',
    high: '0.55',
    matters: '0.20',
    direction: 'down',
    span: 'down',
  });
});

test('shares are whole people of a hundred where nothing crosses zero or what matters', () => {
  expect(differenceWords('share', { estimate: 0.061, range: [-0.012, 0.142], matters: 0.05 })).toMatchObject({
    est: '6',
    low: '1',
    high: '14',
    matters: '5',
    span: 'mixed',
  });
});

test.each([
  ['below what matters', { estimate: 0.048, range: [0.012, 0.09], matters: 0.05 }, '4.8'],
  ['next to zero', { estimate: 0.003, range: [-0.031, 0.038], matters: 0.05 }, '0.3'],
  ['where what matters is no whole number', { estimate: 0.02, range: [0.01, 0.03], matters: 0.015 }, '2.0'],
] as const)('shares keep their decimals %s', (_name, difference, est) => {
  expect(differenceWords('share', difference).est).toBe(est);
});

test('no difference has no direction', () => {
  expect(differenceWords('score', { estimate: 0, range: null, matters: 0.2 }).direction).toBe('none');
});
