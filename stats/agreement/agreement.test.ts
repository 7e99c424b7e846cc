import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { agreementRange } from './agreement-range.ts';
import type { ChanceCorrected } from './chance-corrected.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { exactAgreement } from './exact-agreement.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { type TwoWayTable, twoWayTable } from './two-way-table.ts';

interface Recorded {
  readonly categories: number;
  readonly counts?: number[];
  readonly first: number[];
  readonly second: number[];
  readonly clusters: number[];
  readonly figure: 'kappa' | 'ac1';
  readonly seed: number;
}
interface Answer {
  readonly agreed: number;
  readonly total: number;
  readonly kappa: number;
  readonly ac1: number;
  readonly undefinedReplicates: number;
  readonly range?: [number, number];
}

function coefficient(found: ChanceCorrected): number | undefined {
  return found.kind === 'coefficient' ? found.coefficient : undefined;
}

const kappaOf = (table: TwoWayTable): number | undefined => coefficient(cohenKappa(table));
const ac1Of = (table: TwoWayTable): number | undefined => coefficient(gwetAc1(table));
const table = (categories: number, ...counts: number[]): TwoWayTable => ({
  categories,
  counts: Float64Array.from(counts),
});

oracle<Recorded, Answer>(import.meta.url, 'agreement', (input, expected) => {
  if (input.counts) {
    const recorded = table(input.categories, ...input.counts);
    expect(exactAgreement(recorded)).toMatchObject({ agreed: expected.agreed, total: expected.total });
    expectClose(kappaOf(recorded)!, expected.kappa, 1e-12);
    expectClose(ac1Of(recorded)!, expected.ac1, 1e-12);
    return;
  }
  const figure = input.figure === 'kappa' ? kappaOf : ac1Of;
  const found = agreementRange(
    { ...input, clusters: Int32Array.from(input.clusters) },
    { figure, seed: input.seed, level: 0.95 },
  );
  expect(found.undefinedReplicates).toBe(expected.undefinedReplicates);
  if (!expected.range) return expect(found.kind).toBe('undefined-too-often');
  if (found.kind !== 'range') throw new RangeError('R gives a range');
  expectClose(found.low, expected.range[0], 1e-12);
  expectClose(found.high, expected.range[1], 1e-12);
});

test('the worked example [[40, 5], [3, 2]] agrees in 0.84, κ 0.2453, AC1 0.7972', () => {
  const worked = table(2, 40, 5, 3, 2);
  expect(exactAgreement(worked)).toMatchObject({ share: 0.84 });
  expect(kappaOf(worked)!.toFixed(4)).toBe('0.2453');
  expect(ac1Of(worked)!.toFixed(4)).toBe('0.7972');
});

test('one answer throughout, and no answer at all, give a reason instead of a coefficient', () => {
  for (const figure of [cohenKappa, gwetAc1]) {
    expect(figure(table(2, 8, 0, 0, 0))).toEqual({ kind: 'missing', reason: 'one-answer-only' });
    expect(figure(table(1, 8))).toEqual({ kind: 'missing', reason: 'one-answer-only' });
    expect(figure(table(2, 0, 0, 0, 0))).toEqual({ kind: 'missing', reason: 'no-answers' });
    expect(figure(table(2, 5, 0, 0, 3))).toMatchObject({ coefficient: 1 });
  }
  expect(exactAgreement(table(2, 0, 0, 0, 0))).toEqual({ kind: 'missing', reason: 'no-answers' });
});

test('independent answers have kappa 0; AC1 is 0 where halves are dealt out', () => {
  expectClose(kappaOf(table(2, 12, 28, 18, 42))!, 0, 1e-15);
  expectClose(ac1Of(table(2, 25, 25, 25, 25))!, 0, 1e-15);
});

test('an answer that nobody gives moves AC1 but not kappa', () => {
  const two = table(2, 40, 5, 3, 2);
  const three = table(3, 40, 5, 0, 3, 2, 0, 0, 0, 0);
  expect(kappaOf(three)).toBe(kappaOf(two));
  expect(ac1Of(three)!).toBeGreaterThan(ac1Of(two)!);
});

test('the order of questions, the names of answers and which side is first do not matter', () => {
  const answers = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 40 });
  const made = (pairs: readonly (readonly [number, number])[]): TwoWayTable =>
    twoWayTable({ first: pairs.map(([a]) => a), second: pairs.map(([, b]) => b), categories: 3 });
  fc.assert(
    fc.property(answers, (pairs) => {
      const whole = made(pairs);
      expect(made(pairs.toReversed())).toEqual(whole);
      const renamed = made(pairs.map(([a, b]) => [2 - a, 2 - b] as const));
      const turned = made(pairs.map(([a, b]) => [b, a] as const));
      const twice = made([...pairs, ...pairs]);
      for (const figure of [kappaOf, ac1Of]) {
        const value = figure(whole);
        for (const other of [renamed, turned, twice].map(figure)) {
          if (value === undefined) expect(other).toBeUndefined();
          else expectClose(other!, value, 1e-12);
        }
        if (value !== undefined) expect(value).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a range is the same for the same seed, and one pair cannot have one that is not a point', () => {
  const answers = {
    first: [0, 1, 1, 0],
    second: [0, 1, 0, 0],
    categories: 2,
    clusters: Int32Array.of(0, 0, 0, 0),
  };
  const asked = { figure: kappaOf, seed: 7, level: 0.95 };
  expect(agreementRange(answers, asked)).toEqual({
    kind: 'range',
    low: 0.5,
    high: 0.5,
    undefinedReplicates: 0,
  });
});

test('codes outside the categories, unequal lists and tables that are not square are refused', () => {
  expect(() => twoWayTable({ first: [0, 2], second: [0, 0], categories: 2 })).toThrow(RangeError);
  expect(() => twoWayTable({ first: [0.5], second: [0], categories: 2 })).toThrow(RangeError);
  expect(() => twoWayTable({ first: [0], second: [0, 1], categories: 2 })).toThrow(RangeError);
  expect(() => twoWayTable({ first: [], second: [], categories: 0 })).toThrow(RangeError);
  expect(() => cohenKappa(table(2, 1, 2, 3))).toThrow(RangeError);
  expect(() => gwetAc1(table(2, 1, 2, 3, -1))).toThrow(RangeError);
  const answers = { first: [0, 1], second: [0, 1], categories: 2 };
  const asked = { figure: kappaOf, seed: 1, level: 0.95 };
  expect(() => agreementRange({ ...answers, clusters: Int32Array.of(0) }, asked)).toThrow(RangeError);
  expect(() => agreementRange({ ...answers, clusters: Int32Array.of(0, -1) }, asked)).toThrow(RangeError);
});
