import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { exactBinomialP } from './exact-binomial.ts';
import { newcombe } from './newcombe.ts';
import { wilson } from './wilson.ts';

type Case =
  | { method: 'wilson'; events: number; people: number; quantile: number }
  | {
      method: 'newcombe';
      firstEvents: number;
      firstPeople: number;
      secondEvents: number;
      secondPeople: number;
      level: number;
    }
  | { method: 'binomial'; count: number; people: number; probability: number };

oracle<Case, number | number[]>(import.meta.url, 'proportions', (input, expected) => {
  const actual = answers(input);
  const recorded = typeof expected === 'number' ? [expected] : expected;
  expect(actual).toHaveLength(recorded.length);
  for (const [i, value] of recorded.entries())
    expectClose(actual[i]!, value, input.method === 'binomial' ? 1e-11 : 1e-12);
});

function answers(input: Case): number[] {
  if (input.method === 'wilson') return wilson(input.events / input.people, input.people, input.quantile);
  if (input.method === 'binomial') return [exactBinomialP(input.count, input.people, input.probability)];
  const { firstEvents, firstPeople, secondEvents, secondPeople, level } = input;
  const { estimate, low, high } = newcombe(firstEvents, firstPeople, secondEvents, secondPeople, level);
  return [estimate, low, high];
}

test('31 of 148 against 44 of 296 differ by 6.08 in 100, −1.24 to 14.18', () => {
  const { estimate, low, high } = newcombe(31, 148, 44, 296, 0.95);
  expect([estimate, low, high].map((share) => Math.round(share * 1e4) / 100)).toEqual([6.08, -1.24, 14.18]);
});

test("Newcombe's published example, 56 of 70 against 48 of 80, runs from 0.0524 to 0.3339", () => {
  const { low, high } = newcombe(56, 70, 48, 80, 0.95);
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

test('a range of a share lies between 0 and 1, holds the share, and turns round with it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.5, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (share, size, quantile) => {
        const [low, high] = wilson(share, size, quantile);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expectClose(1 - wilson(1 - share, size, quantile)[1], low, 1e-9);
      },
    ),
  );
});

test('swapping the groups turns the difference round', () => {
  const [there, back] = [newcombe(3, 12, 40, 90, 0.95), newcombe(40, 90, 3, 12, 0.95)];
  expectClose(there.estimate, -back.estimate, 1e-15);
  expectClose(there.low, -back.high, 1e-12);
  expectClose(there.high, -back.low, 1e-12);
});

test('no quantile and endless people both give the share itself', () => {
  expect(wilson(0.25, 20, 0)).toEqual([0.25, 0.25]);
  expect(wilson(0.25, Infinity, 2)).toEqual([0.25, 0.25]);
});

test('a count in the middle of an even draw surprises nobody', () => {
  expect(exactBinomialP(5, 10, 0.5)).toBe(1);
  expect(exactBinomialP(0, 0, 0.5)).toBe(1);
});

test('shares outside 0 to 1, empty groups and impossible counts are refused', () => {
  expect(() => wilson(1.1, 20, 2)).toThrow(RangeError);
  expect(() => wilson(Number.NaN, 20, 2)).toThrow(RangeError);
  expect(() => wilson(0.5, 0, 2)).toThrow(RangeError);
  expect(() => wilson(0.5, 20, -1)).toThrow(RangeError);
  expect(() => newcombe(0, 0, 1, 2, 0.95)).toThrow(RangeError);
  expect(() => newcombe(3, 2, 1, 2, 0.95)).toThrow(RangeError);
  expect(() => newcombe(1, 2, 1, 2, 1)).toThrow(RangeError);
  expect(() => exactBinomialP(3, 2, 0.5)).toThrow(RangeError);
  expect(() => exactBinomialP(1, 2.5, 0.5)).toThrow(RangeError);
  expect(() => exactBinomialP(1, 2, 2)).toThrow(RangeError);
});
