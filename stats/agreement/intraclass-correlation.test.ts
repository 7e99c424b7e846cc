import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { intraclassCorrelations } from './intraclass-correlation.ts';

const NAMES = ['icc11', 'icc21', 'icc31'] as const;

type Answer = Record<(typeof NAMES)[number], { estimate: number; range: [number, number] }> & {
  meanGap: number;
};

function correlations(first: number[], second: number[], level = 0.95) {
  const scores = { first: Float64Array.from(first), second: Float64Array.from(second), level };
  const found = intraclassCorrelations(scores);
  if (found.kind !== 'correlations') throw new RangeError(found.reason);
  return found;
}

oracle<{ first: number[]; second: number[]; level: number }, Answer>(
  import.meta.url,
  'intraclass-correlation',
  ({ first, second, level }, expected, name) => {
    const found = correlations(first, second, level);
    // The analysis of variance of R loses digits where scores are far from zero.
    const tolerance = name === 'far from zero' ? 1e-5 : 1e-8;
    for (const which of NAMES) {
      expectClose(found[which].estimate, expected[which].estimate, tolerance);
      expectClose(found[which].range![0], expected[which].range[0], tolerance);
      expectClose(found[which].range![1], expected[which].range[1], tolerance);
    }
    expectClose(found.meanGap, expected.meanGap, 1e-9);
  },
);

test('the same scores on both sides have correlations of 1 and no gap', () => {
  const found = correlations([1, 2, 4, 3], [1, 2, 4, 3]);
  expect(NAMES.map((name) => found[name].estimate)).toEqual([1, 1, 1]);
  expect(found.meanGap).toBe(0);
});

test('scores that do not differ between things, or one thing alone, have no correlation', () => {
  const scores = (first: number[], second: number[]) =>
    intraclassCorrelations({
      first: Float64Array.from(first),
      second: Float64Array.from(second),
      level: 0.95,
    });
  expect(scores([3, 3, 3], [3, 3, 3])).toEqual({ kind: 'missing', reason: 'no-spread' });
  expect(scores([0.1, 0.1, 0.1], [0.3, 0.3, 0.3])).toEqual({ kind: 'missing', reason: 'no-spread' });
  expect(scores([3], [4])).toEqual({ kind: 'missing', reason: 'fewer-than-two' });
  expect(scores([], [])).toEqual({ kind: 'missing', reason: 'fewer-than-two' });
});

test('a constant gap lowers agreement and leaves consistency; shifting and scaling both sides changes nothing', () => {
  const score = fc.double({ min: 1, max: 5, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 4, maxLength: 30 }), (pairs) => {
      const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const spread = Math.max(...first) - Math.min(...first) + Math.max(...second) - Math.min(...second);
      fc.pre(spread > 0.1);
      const plain = correlations(first, second);
      const moved = correlations(
        first.map((a) => 10 + 3 * a),
        second.map((b) => 10 + 3 * b),
      );
      const apart = correlations(
        first.map((a) => a + 20),
        second,
      );
      for (const name of NAMES) expectClose(moved[name].estimate, plain[name].estimate, 1e-6);
      expectClose(apart.icc31.estimate, plain.icc31.estimate, 1e-6);
      if (plain.icc31.estimate > 0) expect(apart.icc21.estimate).toBeLessThan(plain.icc31.estimate);
      expectClose(apart.meanGap, plain.meanGap + 20, 1e-9);
      const turned = correlations(second, first);
      for (const name of NAMES) expectClose(turned[name].estimate, plain[name].estimate, 1e-9);
      expectClose(turned.meanGap, -plain.meanGap, 1e-9);
    }),
  );
});

test('unequal lists, scores that are not finite and levels outside 0 to 1 are refused', () => {
  expect(() => correlations([1, 2], [1])).toThrow(RangeError);
  expect(() => correlations([1, Number.NaN], [1, 2])).toThrow(RangeError);
  expect(() => correlations([1, 2], [1, 3], 1)).toThrow(RangeError);
});
