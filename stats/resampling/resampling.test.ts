import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { bootstrapReplicates, clusterBootstrap } from './cluster-bootstrap.ts';
import { differenceOfMeans } from './difference-of-means.ts';
import { MersenneTwister } from './mersenne-twister.ts';

interface Recorded {
  method: 'uniform' | 'index' | 'bootstrap';
  seed: number;
  count: number;
  replicates: number;
  outcome: number[];
  treated: number[];
  weights: number[];
  clusters: number[];
}
interface Bootstrapped {
  first: (number | null)[];
  undefinedReplicates: number;
  ends?: number[];
}

oracle<Recorded, number[] | Bootstrapped>(import.meta.url, 'resampling', (input, expected) => {
  if (!Array.isArray(expected)) return expectBootstrap(input, expected);
  const random = new MersenneTwister(input.seed);
  if (input.method === 'index') {
    expect(expected.map(() => random.index(input.count) + 1)).toEqual(expected);
    return;
  }
  const drawn = Array.from({ length: 700 }, () => random.uniform());
  expect([1, 2, 3, 624, 625, 700].map((i) => drawn[i - 1])).toEqual(expected);
});

function expectBootstrap(input: Recorded, expected: Bootstrapped): void {
  const statistic = differenceOfMeans({
    outcome: Float64Array.from(input.outcome),
    treated: Uint8Array.from(input.treated),
    weights: Float64Array.from(input.weights),
    clusters: Int32Array.from(input.clusters),
  });
  const clusterCount = Math.max(...input.clusters) + 1;
  const bootstrap = { clusterCount, statistic, seed: input.seed, replicates: input.replicates };
  for (const [i, value] of bootstrapReplicates(bootstrap).slice(0, 20).entries()) {
    const recorded = expected.first[i];
    if (recorded === null || recorded === undefined) expect(value).toBeUndefined();
    else expectClose(value!, recorded, 1e-9);
  }
  const range = clusterBootstrap({ ...bootstrap, level: 0.95 });
  expect(range.undefinedReplicates).toBe(expected.undefinedReplicates);
  if (range.kind === 'range') {
    expectClose(range.low, expected.ends![0]!, 1e-12);
    expectClose(range.high, expected.ends![1]!, 1e-12);
  } else {
    expect(expected.undefinedReplicates / input.replicates).toBeGreaterThan(0.05);
  }
}

test("seed 20260930 gives R's numbers, and ten of 148 are 91 25 63 44 86 52 44 110 7 37", () => {
  const random = new MersenneTwister(20260930);
  const uniform = [random.uniform(), random.uniform(), random.uniform()];
  expect(uniform).toEqual([0.63028863514773548, 0.60908474726602435, 0.25037941336631775]);
  random.seed(20260930);
  const drawn = Array.from({ length: 10 }, () => random.index(148) + 1);
  expect(drawn).toEqual([91, 25, 63, 44, 86, 52, 44, 110, 7, 37]);
});

test('times drawn are the counts of single draws', () => {
  for (const count of [1, 10, 70_000]) {
    const times = new Int32Array(count).fill(9);
    // One number before, so that the two halves of a draw come to lie in two blocks of numbers.
    const [whole, random] = [new MersenneTwister(5), new MersenneTwister(5)];
    expect(whole.uniform()).toBe(random.uniform());
    whole.drawTimes(times);
    const counted = new Int32Array(count);
    for (let i = 0; i < count; i++) counted[random.index(count)]!++;
    expect(times).toEqual(counted);
    expect(whole.uniform()).toBe(random.uniform());
  }
  expect(new MersenneTwister(5).drawTimes(new Int32Array(0)).uniform()).toBe(
    new MersenneTwister(5).uniform(),
  );
});

test('the limits are the 50th value from each end of 1 999, and fewer when some are undefined', () => {
  let next = 0;
  const counting = (): number => ((next++ * 7) % 1999) + 1;
  const range = clusterBootstrap({ clusterCount: 3, statistic: counting, seed: 1, level: 0.95 });
  expect(range).toEqual({ kind: 'range', low: 50, high: 1950, undefinedReplicates: 0 });
  next = 0;
  // 20 of 1 999 undefined: floor(1 980 × 0.025) = 49.
  const gaps = (): number | undefined => (next < 20 ? (next++, undefined) : next++ - 19);
  const some = clusterBootstrap({ clusterCount: 3, statistic: gaps, seed: 1, level: 0.95 });
  expect(some).toEqual({ kind: 'range', low: 49, high: 1931, undefinedReplicates: 20 });
});

test('more than 5 in 100 undefined replicates, or too few for the level, give no range', () => {
  let next = 0;
  const statistic = (): number | undefined => (next++ % 10 === 0 ? undefined : 1);
  expect(clusterBootstrap({ clusterCount: 3, statistic, seed: 1, level: 0.95 }).kind).toBe(
    'undefined-too-often',
  );
  const few = { clusterCount: 3, statistic: () => 1, seed: 1, replicates: 20, level: 0.95 };
  expect(clusterBootstrap(few).kind).toBe('undefined-too-often');
});

test('the largest seed goes on with the smallest', () => {
  const bootstrap = { clusterCount: 3, statistic: (times: Int32Array) => times[0], replicates: 2 };
  expect(bootstrapReplicates({ ...bootstrap, seed: 2147483646 })).toHaveLength(2);
});

test('impossible seeds, counts, levels and lists are refused', () => {
  expect(() => new MersenneTwister(0.5)).toThrow(RangeError);
  expect(() => new MersenneTwister(2 ** 31)).toThrow(RangeError);
  expect(() => new MersenneTwister(1).index(0)).toThrow(RangeError);
  expect(() => new MersenneTwister(1).index(2 ** 31)).toThrow(RangeError);
  const bootstrap = { clusterCount: 3, statistic: () => 1, seed: 1, level: 0.95 };
  expect(() => clusterBootstrap({ ...bootstrap, level: 1 })).toThrow(RangeError);
  expect(() => clusterBootstrap({ ...bootstrap, clusterCount: 0 })).toThrow(RangeError);
  expect(() => clusterBootstrap({ ...bootstrap, replicates: 1.5 })).toThrow(RangeError);
  const people = { outcome: new Float64Array(1), treated: new Uint8Array(1), weights: new Float64Array(1) };
  expect(() => differenceOfMeans({ ...people, clusters: new Int32Array(2) })).toThrow(RangeError);
  expect(() => differenceOfMeans({ ...people, clusters: Int32Array.of(-1) })).toThrow(RangeError);
});
