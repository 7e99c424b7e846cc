import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { type ClusterRatio, ratioByClusters } from './ratio-by-clusters.ts';

interface Recorded {
  readonly numerators: number[];
  readonly denominators: number[];
  readonly level: number;
}
interface Answer {
  readonly estimate: number;
  readonly clusterCount: number;
  readonly standardError: number;
  readonly effectiveSize: number;
  readonly range?: [number, number] | null;
}

function ratio(numerators: number[], denominators: number[], level = 0.95) {
  const found: ClusterRatio = ratioByClusters({
    numerators: Float64Array.from(numerators),
    denominators: Float64Array.from(denominators),
    level,
  });
  if (found.kind !== 'ratio') throw new RangeError(found.reason);
  return found;
}

oracle<Recorded, Answer>(import.meta.url, 'ratio-by-clusters', (input, expected) => {
  const found = ratio(input.numerators, input.denominators, input.level);
  expectClose(found.estimate, expected.estimate, 1e-12);
  expect(found.clusterCount).toBe(expected.clusterCount);
  expectClose(found.standardError!, expected.standardError, 1e-10);
  expectClose(found.effectiveSize!, expected.effectiveSize, 1e-9);
  if (!expected.range) return expect(found.range).toBeNull();
  expectClose(found.range![0], expected.range[0], 1e-8);
  expectClose(found.range![1], expected.range[1], 1e-8);
});

test('5 pairs that owed four promises each and kept 4 3 2 3 1 keep 0.65, se 0.1275', () => {
  const found = ratio([4, 3, 2, 3, 1], [4, 4, 4, 4, 4]);
  expect(found.estimate).toBe(0.65);
  expect(found.standardError!.toFixed(4)).toBe('0.1275');
});

test('clusters of one occasion are the plain share with n − 1', () => {
  const values = [1, 0, 1, 1, 0, 1, 1, 1];
  const found = ratio(
    values,
    values.map(() => 1),
  );
  const mean = clusteredMean({
    values: Float64Array.from(values),
    clusters: Int32Array.from(values, (_, i) => i),
  });
  expectClose(found.estimate, mean.estimate, 1e-14);
  expectClose(found.standardError!, mean.standardError, 1e-12);
});

test('one cluster has a share and nothing else', () => {
  expect(ratio([3], [4])).toEqual({
    kind: 'ratio',
    estimate: 0.75,
    clusterCount: 1,
    standardError: null,
    effectiveSize: null,
    range: null,
  });
});

test('nothing due in any cluster, or no cluster, is no share', () => {
  const none = { kind: 'missing', reason: 'nothing-due' };
  expect(
    ratioByClusters({ numerators: new Float64Array(3), denominators: new Float64Array(3), level: 0.95 }),
  ).toEqual(none);
  expect(
    ratioByClusters({ numerators: new Float64Array(0), denominators: new Float64Array(0), level: 0.95 }),
  ).toEqual(none);
});

test('the order of clusters and their unit do not matter, and the opposite share has the mirrored range', () => {
  const cluster = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(fc.array(cluster, { minLength: 5, maxLength: 30 }), (clusters) => {
      const due = clusters.map(([k, more]) => k + more);
      const kept = clusters.map(([k]) => k);
      const found = ratio(kept, due);
      const back = ratio(kept.toReversed(), due.toReversed());
      expectClose(back.estimate, found.estimate, 1e-13);
      expectClose(back.standardError!, found.standardError!, 1e-9);
      const days = ratio(
        kept.map((k) => 7 * k),
        due.map((d) => 7 * d),
      );
      expectClose(days.standardError!, found.standardError!, 1e-9);
      const missed = ratio(
        due.map((d, i) => d - kept[i]!),
        due,
      );
      expectClose(missed.range![0], 1 - found.range![1], 1e-8);
      expect(found.range![0]).toBeLessThanOrEqual(found.estimate);
      expect(found.range![1]).toBeGreaterThanOrEqual(found.estimate);
    }),
  );
});

test('more kept than due, negative, unequal lists and levels outside 0 to 1 are refused', () => {
  expect(() => ratio([3], [2])).toThrow(RangeError);
  expect(() => ratio([-1], [2])).toThrow(RangeError);
  expect(() => ratio([Number.NaN], [2])).toThrow(RangeError);
  expect(() => ratio([1], [2, 3])).toThrow(RangeError);
  expect(() => ratio([1], [2], 0)).toThrow(RangeError);
});
