import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { chanceToSee } from './chance-to-see.ts';
import { designEffect } from './design-effect.ts';
import { detectableCurve } from './detectable-curve.ts';
import { detectableDifference } from './detectable-difference.ts';
import { peopleNeeded } from './people-needed.ts';
import type { PlannedGroups, PlannedOutcome } from './planned-comparison.ts';

interface Recorded {
  readonly method: 'chance' | 'detectable' | 'needed' | 'simulated';
  readonly outcome: PlannedOutcome;
  readonly groups: PlannedGroups;
  readonly difference: number;
  readonly matters: number;
  readonly level: number;
  readonly direction: 'higher' | 'lower';
  readonly chance: number;
  readonly designEffect: number;
  readonly ratio: number;
}
interface Chances {
  readonly some: number;
  readonly clear: number | null;
  readonly runs: number;
}

/** Ranges by recovered variances see a share's difference at most this much more often than the formula says. */
const SEEN_MORE_OFTEN = 0.04;

oracle<Recorded, number | null | Chances | { treated: number; comparison: number }>(
  import.meta.url,
  'power',
  (input, expected) => {
    if (input.method === 'detectable') {
      const found = detectableDifference(input.outcome, input.groups, input);
      if (expected === null || typeof expected === 'object') return expect(found).toBeUndefined();
      return expectClose(found!, expected, 1e-10);
    }
    if (input.method === 'needed') return expect(peopleNeeded(input)).toEqual(expected);
    const { some, clear, runs } = expected as Chances;
    const found = chanceToSee(input);
    if (input.method === 'chance') {
      expectClose(found.some, some, 1e-12);
      return expectClose(found.clear, clear!, 1e-12);
    }
    const errors = (chance: number): number => 3 * Math.sqrt((chance * (1 - chance)) / runs);
    const more = input.outcome.kind === 'share' ? SEEN_MORE_OFTEN : 0;
    expect(some).toBeGreaterThan(found.some - errors(some));
    expect(some).toBeLessThan(found.some + more + errors(some));
    if (clear !== null) expect(Math.abs(clear - found.clear)).toBeLessThan(errors(clear));
  },
);

const score: PlannedOutcome = { kind: 'score', spread: 0.75, correlation: 0.6 };
const promotion: PlannedOutcome = { kind: 'share', comparisonShare: 0.15 };
/** 160 and 320 people, of whom 85 and 80 in 100 are expected to answer. */
const answering = { treated: 0.85 * 160, comparison: 0.8 * 320, designEffect: 1 };
const onFile = { treated: 160, comparison: 320, designEffect: 1 };
const usual = { direction: 'higher', chance: 0.8, level: 0.95 } as const;

test('the plan of the demo sees 0.178 points of skill, and 0.20 in 88 of 100 (standard deviation 0.75, correlation 0.6)', () => {
  expect(detectableDifference(score, answering, usual)!.toFixed(3)).toBe('0.178');
  const plan = { outcome: score, groups: answering, difference: 0.2, matters: 0.2, level: 0.95 };
  expect(chanceToSee(plan).some.toFixed(2)).toBe('0.88');
});

test('the plan of the demo sees 15 rise to 26.2 in 100, a rise to 20 in 27 of 100, and needs 703 + 1 406 people for it', () => {
  expect((100 * (0.15 + detectableDifference(promotion, onFile, usual)!)).toFixed(1)).toBe('26.2');
  const plan = { outcome: promotion, groups: onFile, difference: 0.05, matters: 0.05, level: 0.95 };
  expect(chanceToSee(plan).some.toFixed(2)).toBe('0.27');
  const needed = {
    outcome: promotion,
    designEffect: 1,
    ratio: 2,
    difference: 0.05,
    chance: 0.8,
    level: 0.95,
  };
  expect(peopleNeeded(needed)).toEqual({ treated: 703, comparison: 1406 });
});

test('where the truth is just what matters, a clear benefit shows in 2.5 of 100 however many people there are', () => {
  for (const treated of [20, 2000, 200_000]) {
    const groups = { treated, comparison: treated, designEffect: 1 };
    const plan = { outcome: score, groups, difference: 0.2, matters: 0.2, level: 0.95 };
    expectClose(chanceToSee(plan).clear, 0.025, 1e-10);
  }
});

test('people alone in their clusters have no design effect, and people who are all alike count once per cluster', () => {
  const alone = { meanSize: 1, sizeVariation: 0, intraclassCorrelation: 0.1 };
  expect(designEffect(alone)).toBe(1);
  expect(designEffect({ ...alone, meanSize: 4, intraclassCorrelation: 1 })).toBe(4);
  // Sizes 1 and 3: mean 2, cv² 0.25; people sit in clusters of 2.5 on average.
  expect(designEffect({ ...alone, meanSize: 2, sizeVariation: 0.5 })).toBeCloseTo(1.15, 12);
});

test('what is detectable is seen with just that chance, and the people needed for it are those there are', () => {
  const share = fc.double({ min: 0.05, max: 0.6, noNaN: true });
  const people = fc.integer({ min: 60, max: 5000 });
  fc.assert(
    fc.property(
      share,
      people,
      people,
      fc.double({ min: 1, max: 2, noNaN: true }),
      (comparisonShare, treated, comparison, effect) => {
        const outcome = { kind: 'share', comparisonShare } as const;
        const groups = { treated, comparison, designEffect: effect };
        const difference = detectableDifference(outcome, groups, usual);
        fc.pre(difference !== undefined);
        const { some } = chanceToSee({ outcome, groups, difference, matters: 0.05, level: 0.95 });
        expectClose(some, 0.8, 1e-9);
        const ratio = comparison / treated;
        const needed = peopleNeeded({
          outcome,
          designEffect: effect,
          ratio,
          difference,
          chance: 0.8,
          level: 0.95,
        });
        expect(Math.abs(needed.treated - treated)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a share that rises is the other share that falls', () => {
  const rest: PlannedOutcome = { kind: 'share', comparisonShare: 0.85 };
  const falling = detectableDifference(rest, onFile, { ...usual, direction: 'lower' })!;
  expectClose(falling, detectableDifference(promotion, onFile, usual)!, 1e-12);
  const plan = { groups: onFile, matters: 0.05, level: 0.95 };
  const up = chanceToSee({ ...plan, outcome: promotion, difference: 0.05 });
  expectClose(chanceToSee({ ...plan, outcome: rest, difference: -0.05 }).some, up.some, 1e-12);
});

test('the curve falls as people come, by the root of their number for scores', () => {
  const curve = detectableCurve({
    outcome: score,
    designEffect: 1.2,
    ratio: 2,
    sizes: [20, 80, 320],
    ...usual,
  });
  expect(curve.map(({ treated, comparison }) => [treated, comparison])).toEqual([
    [20, 40],
    [80, 160],
    [320, 640],
  ]);
  expectClose(curve[1]!.difference!, curve[0]!.difference! / 2, 1e-12);
  expectClose(curve[2]!.difference!, curve[0]!.difference! / 4, 1e-12);
  const rare = {
    outcome: { kind: 'share', comparisonShare: 0.95 },
    designEffect: 1,
    ratio: 1,
    ...usual,
  } as const;
  expect(detectableCurve({ ...rare, sizes: [10] })[0]!.difference).toBeUndefined();
});

test('plans that cannot be are refused', () => {
  const plan = { outcome: promotion, groups: onFile, difference: 0.05, matters: 0.05, level: 0.95 };
  expect(() => chanceToSee({ ...plan, difference: 0.9 })).toThrow(RangeError);
  expect(() => chanceToSee({ ...plan, matters: 0 })).toThrow(RangeError);
  expect(() => chanceToSee({ ...plan, level: 1 })).toThrow(RangeError);
  expect(() => chanceToSee({ ...plan, groups: { ...onFile, treated: 0 } })).toThrow(RangeError);
  expect(() => chanceToSee({ ...plan, groups: { ...onFile, designEffect: 0.9 } })).toThrow(RangeError);
  expect(() => chanceToSee({ ...plan, outcome: { ...score, spread: 0 } })).toThrow(RangeError);
  expect(() => chanceToSee({ ...plan, outcome: { ...score, correlation: 1.1 } })).toThrow(RangeError);
  expect(() => detectableDifference(score, onFile, { ...usual, chance: 0.02 })).toThrow(RangeError);
  expect(() => detectableDifference(score, onFile, { ...usual, level: 0 })).toThrow(RangeError);
  const needed = {
    outcome: promotion,
    designEffect: 1,
    ratio: 2,
    difference: 0.05,
    chance: 0.8,
    level: 0.95,
  };
  expect(() => peopleNeeded({ ...needed, difference: 0 })).toThrow(RangeError);
  expect(() => peopleNeeded({ ...needed, ratio: 0 })).toThrow(RangeError);
  expect(() => designEffect({ meanSize: 0.5, sizeVariation: 0, intraclassCorrelation: 0 })).toThrow(
    RangeError,
  );
  expect(() => designEffect({ meanSize: 2, sizeVariation: -1, intraclassCorrelation: 0 })).toThrow(
    RangeError,
  );
  expect(() => designEffect({ meanSize: 2, sizeVariation: 0, intraclassCorrelation: 2 })).toThrow(RangeError);
});
