import { expect, test } from 'vitest';
import { oracle } from '#tools/oracle.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { permutation } from './permutation.ts';

oracle<{ seed: number; sizes: number[] }, number[][]>(import.meta.url, 'permutation', (input, expected) => {
  const random = new MersenneTwister(input.seed);
  const drawn = input.sizes.map((size) => Array.from(permutation(size, random), (place) => place + 1));
  expect(drawn.map(recorded)).toEqual(expected);
});

/** As the script records them: long orders by both ends and a sum that notices any exchange. */
function recorded(order: readonly number[]): number[] {
  if (order.length <= 300) return [...order];
  const sum = order.reduce((total, place, i) => total + place * ((i + 1) % 97), 0);
  return [...order.slice(0, 20), ...order.slice(-20), sum];
}

test('each number comes once, and none is nothing', () => {
  const order = permutation(1000, new MersenneTwister(3));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  expect(permutation(0, new MersenneTwister(3))).toHaveLength(0);
});

test('each place is as likely for each number: the first of three is each about a third of the time', () => {
  const random = new MersenneTwister(5);
  const first = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) first[permutation(3, random)[0]!]!++;
  // Three standard errors of a third in 30 000: 3 × √(30 000 × 2/9) = 245.
  for (const count of first) expect(Math.abs(count - 10_000)).toBeLessThan(245);
});

test('a count that is no whole number is refused', () => {
  expect(() => permutation(2.5, new MersenneTwister(1))).toThrow(RangeError);
  expect(() => permutation(-1, new MersenneTwister(1))).toThrow(RangeError);
});
