import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Prepared } from '../designs/prepared.ts';
import { shownSensitivity } from '../disclosure/disclose-sensitivity.ts';
import type { OutcomeValues } from '../effect/exact-figures.ts';
import { fillingOf } from './filling.ts';
import { printedAsSame, samplesDiffer } from './samples-differ.ts';
import { isFragile } from './sensitivity-of.ts';
import type { Sensitivity } from './sensitivity.ts';

test('a claim is fragile when fewer than five of seven keep it, and by the same share when fewer apply', () => {
  expect([7, 6, 5].map((keep) => isFragile({ apply: 7, keep }))).toEqual([false, false, false]);
  expect([4, 3, 0].map((keep) => isFragile({ apply: 7, keep }))).toEqual([true, true, true]);
  expect(isFragile({ apply: 5, keep: 4 })).toBe(false);
  expect(isFragile({ apply: 5, keep: 3 })).toBe(true);
  expect(isFragile({ apply: 1, keep: 1 })).toBe(false);
  expect(isFragile({ apply: 0, keep: 0 })).toBe(false);
});

const sampleOf = (people: number, positions: readonly number[], values: readonly number[] = []) => ({
  prepared: { population: { n: people }, positions: Int32Array.from(positions) } as unknown as Prepared,
  outcome: { values: Float64Array.from(positions, (_, i) => values[i] ?? 1) } as OutcomeValues,
});

test('samples differ by the people who are in one of them only and whose outcome is known', () => {
  const planned = sampleOf(6, [0, 1, 2, 3]);
  expect(samplesDiffer(planned, planned)).toBe(0);
  expect(samplesDiffer(planned, sampleOf(6, [1, 2, 3, 5]))).toBe(2);
  expect(samplesDiffer(planned, sampleOf(6, [0, 1, 2, 3], [1, Number.NaN, 1, 1]))).toBe(1);
  expect([0, 1, 9, 10].map(printedAsSame)).toEqual([false, true, true, false]);
});

test('of a sample that differs by one to nine people nothing passes the door', () => {
  const figures = {
    estimate: 0.234567,
    range95: [0.1, 0.3] as const,
    n: [60, 90] as const,
    nStar: [60, 88],
    steady: true,
    verdict: 'inconclusive',
    qualifier: null,
    samplesDiffer: 4,
    keeps: true,
  } as const;
  const sensitivity = {
    analyses: [
      { id: 'narrower', figures, notApplied: null, months: null },
      { id: 'all-eligible', figures: { ...figures, samplesDiffer: 40 }, notApplied: null, months: null },
      {
        id: 'no-covariates',
        figures: { ...figures, samplesDiffer: 0, n: [12, 90] },
        notApplied: null,
        months: null,
      },
      {
        id: 'other-method',
        figures: { ...figures, samplesDiffer: 0, steady: false },
        notApplied: null,
        months: null,
      },
    ],
    apply: 4,
    keep: 4,
    changesTo: [],
    otherTies: null,
    hidden: null,
    tipping: null,
  } as unknown as Sensitivity;
  const [same, whole, few, unsteady] = shownSensitivity(sensitivity, { matters: 0.2 }, 20).analyses;
  expect(same).toEqual({
    id: 'narrower',
    notApplied: null,
    months: null,
    sameAsPlanned: true,
    figures: null,
  });
  expect(whole!.figures).toMatchObject({ estimate: 0.23, range95: [0.1, 0.3] });
  expect(few!.figures).toMatchObject({ estimate: null, range95: null });
  expect(unsteady!.figures).toMatchObject({ estimate: null, range95: null });
});

test('a follow-up that was cut short is shifted from its pseudo-value, and only that', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), fc.boolean()), {
        minLength: 1,
      }),
      (people) => {
        const values = Float64Array.from(people, ([value]) => value);
        const unknown = Uint8Array.from(people, ([, open]) => (open ? 1 : 0));
        const treated = Uint8Array.from(people, ([, , own]) => (own ? 1 : 0));
        const way = {
          prepared: { treated } as unknown as Prepared,
          outcome: { values, unknown, ends: [0, 1], kind: 'share' } as unknown as OutcomeValues,
        };
        const filling = fillingOf(way);
        expect(filling !== undefined).toBe(unknown.includes(1));
        if (!filling) return;
        const filled = filling.shifted(-0.05);
        people.forEach(([value, open, own], i) => {
          expect(filled.values[i]).toBeCloseTo(open ? value + (own ? -0.05 : 0.05) : value, 12);
        });
        expect(filled.unknown.includes(1)).toBe(false);
      },
    ),
  );
});
