import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { eValueOfMeans, eValueOfRatio } from './e-value.ts';

interface Recorded {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly spread?: number;
}

oracle<Recorded, { estimate: number; limit: number }>(
  import.meta.url,
  'e-value',
  ({ spread, ...figure }, expected) => {
    const found = spread === undefined ? eValueOfRatio(figure) : eValueOfMeans(figure, spread);
    expectClose(found.estimate, expected.estimate, 1e-8);
    expectClose(found.limit, expected.limit, 1e-8);
  },
);

test('a ratio of 1.409 has 2.168, and 0.34 points with a standard deviation of 0.6 have 2.738', () => {
  expect(eValueOfRatio({ estimate: 1.409, low: 1, high: 2 }).estimate.toFixed(3)).toBe('2.168');
  expect(eValueOfMeans({ estimate: 0.34, low: 0.2, high: 0.5 }, 0.6).estimate.toFixed(3)).toBe('2.738');
});

test("VanderWeele and Ding's own example: 10.73 (8.02 to 14.36) has 20.9 and 15.5", () => {
  const { estimate, limit } = eValueOfRatio({ estimate: 10.73, low: 8.02, high: 14.36 });
  expect(estimate).toBeCloseTo(20.95, 2);
  expect(limit).toBeCloseTo(15.52, 2);
});

test('the inverse of a ratio, and a difference the other way, need as strong a cause', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (estimate, factor) => {
        const ratio = { estimate, low: estimate / factor, high: estimate * factor };
        const { estimate: found, limit } = eValueOfRatio(ratio);
        const inverse = eValueOfRatio({ estimate: 1 / estimate, low: 1 / ratio.high, high: 1 / ratio.low });
        expectClose(inverse.estimate, found, 1e-9);
        expectClose(inverse.limit, limit, 1e-9);
        expect(limit).toBeGreaterThanOrEqual(1);
        expect(limit).toBeLessThanOrEqual(found);
      },
    ),
  );
  const up = eValueOfMeans({ estimate: 0.3, low: 0.1, high: 0.5 }, 0.6);
  const down = eValueOfMeans({ estimate: -0.3, low: -0.5, high: -0.1 }, 0.6);
  expectClose(up.estimate, down.estimate, 1e-12);
  expectClose(up.limit, down.limit, 1e-12);
});

test('a larger unit changes nothing', () => {
  const points = eValueOfMeans({ estimate: 0.3, low: 0.1, high: 0.5 }, 0.6);
  const hundreds = eValueOfMeans({ estimate: 30, low: 10, high: 50 }, 60);
  expectClose(hundreds.estimate, points.estimate, 1e-12);
});

test('ratios of 0, estimates outside their range and scores without spread are refused', () => {
  expect(() => eValueOfRatio({ estimate: 0, low: 0, high: 1 })).toThrow(RangeError);
  expect(() => eValueOfRatio({ estimate: 2, low: 2.1, high: 3 })).toThrow(RangeError);
  expect(() => eValueOfMeans({ estimate: 0.3, low: 0.1, high: 0.5 }, 0)).toThrow(RangeError);
});
