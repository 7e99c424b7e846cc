import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { recoveredDifference } from './recovered-difference.ts';

const participants = { share: 0.5, standardError: 0.3, low: 0.2, high: 0.9 };
const comparison = { share: 0.25, standardError: 0.4, low: 0.125, high: 0.55 };

test('independent shares reach as far as Pythagoras says', () => {
  // √(0.3² + 0.3²) down, √(0.4² + 0.125²) up; standard error √(0.3² + 0.4²) = 0.5 means no correlation.
  const { estimate, low, high } = recoveredDifference({
    first: participants,
    second: comparison,
    differenceStandardError: 0.5,
  });
  expect(estimate).toBe(0.25);
  expectClose(low, 0.25 - Math.sqrt(0.18), 1e-12);
  expectClose(high, 0.25 + Math.sqrt(0.175625), 1e-12);
});

test('shares that move together have a shorter range', () => {
  // (0.09 + 0.16 − 0.13) ÷ (2 × 0.3 × 0.4) = 0.5.
  const { low, high } = recoveredDifference({
    first: participants,
    second: comparison,
    differenceStandardError: Math.sqrt(0.13),
  });
  expectClose(low, 0.25 - Math.sqrt(0.09), 1e-12);
  expectClose(high, 0.25 + Math.sqrt(0.16 + 0.015625 - 0.05), 1e-12);
});

test('a correlation beyond 1 is cut to 1', () => {
  const { low } = recoveredDifference({
    first: participants,
    second: comparison,
    differenceStandardError: 0,
  });
  expect(low).toBe(0.25);
});

test('a share without a standard error counts as independent', () => {
  const { low } = recoveredDifference({
    first: { ...participants, standardError: 0 },
    second: comparison,
    differenceStandardError: 0.1,
  });
  expectClose(low, 0.25 - Math.sqrt(0.18), 1e-12);
});

test('a share outside its own range and negative standard errors are refused', () => {
  const broken = { ...participants, high: 0.4 };
  expect(() =>
    recoveredDifference({ first: broken, second: comparison, differenceStandardError: 1 }),
  ).toThrow(RangeError);
  expect(() =>
    recoveredDifference({ first: participants, second: comparison, differenceStandardError: -1 }),
  ).toThrow(RangeError);
});
