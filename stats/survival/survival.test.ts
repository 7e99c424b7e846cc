import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { aalenJohansen, type KnownIncidence } from './aalen-johansen.ts';
import { incidenceCurve } from './incidence-curve.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { quarterSteps } from './quarter-steps.ts';

interface Spells {
  method: 'incidence' | 'left';
  entry?: number[];
  time: number[];
  event: number[];
  horizon: number;
  days: number[];
}
interface Answer {
  estimate: number;
  standardError: number;
  pseudoValues: number[];
  shares: number[];
  standardErrors: number[];
  day: number[];
  left: number[];
  atRisk: number[];
  events: number[];
}

oracle<Spells, Answer>(import.meta.url, 'survival', (input, expected) => {
  if (input.method === 'left') expectSteps(input, expected);
  else expectIncidence(input, expected);
});

function expectIncidence({ time, event, horizon, days }: Spells, expected: Answer): void {
  const actual = known(time, event, horizon);
  expectClose(actual.estimate, expected.estimate, 1e-12);
  expectNear(actual.standardError, expected.standardError);
  const points = incidenceCurve({ time: Int32Array.from(time), event: Uint8Array.from(event) }, days);
  expect(points).toHaveLength(days.length);
  for (const [i, point] of points.entries()) {
    expectClose(point.share, expected.shares[i]!, 1e-12);
    expectNear(point.standardError, expected.standardErrors[i]!);
  }
  for (const [i, value] of expected.pseudoValues.entries()) expectNear(actual.pseudoValues[i]!, value);
}

/** Agreement to 12 digits; where the answer is 0, R leaves rounding of up to 1e-15. */
function expectNear(actual: number, expected: number): void {
  if (Math.abs(expected) < 1e-15) expect(Math.abs(actual)).toBeLessThan(1e-15);
  else expectClose(actual, expected, 1e-12);
}

function expectSteps({ entry, time, event }: Spells, expected: Answer): void {
  const steps = kaplanMeier({
    entry: Int32Array.from(entry!),
    time: Int32Array.from(time),
    event: Uint8Array.from(event),
  });
  expect(steps.map((step) => step.day)).toEqual(expected.day);
  expect(steps.map((step) => step.atRisk)).toEqual(expected.atRisk);
  expect(steps.map((step) => step.events)).toEqual(expected.events);
  for (const [i, step] of steps.entries()) expectClose(step.left, expected.left[i]!, 1e-12);
}

function known(time: ArrayLike<number>, event: ArrayLike<number>, horizon: number): KnownIncidence {
  const result = aalenJohansen({ time: Int32Array.from(time), event: Uint8Array.from(event), horizon });
  if (result.kind !== 'incidence') throw new Error(`followed only to ${result.followedTo}`);
  return result;
}

test('eight people by hand: 0.416667 promoted, standard error 0.187114', () => {
  const { estimate, standardError } = known(
    [100, 200, 200, 400, 730, 730, 300, 730],
    [1, 2, 1, 0, 0, 0, 2, 1],
    730,
  );
  expect(estimate).toBeCloseTo(0.416667, 6);
  expect(standardError).toBeCloseTo(0.187114, 6);
});

test('six people who leave or are promoted: 1/6, 1/3, 7/12 promoted and 1/6, 5/12 left, 1 in all', () => {
  const time = Int32Array.of(1, 2, 3, 4, 5, 6);
  const promoted = incidenceCurve({ time, event: Uint8Array.of(1, 2, 1, 0, 2, 1) }, [1, 3, 6]);
  const left = incidenceCurve({ time, event: Uint8Array.of(2, 1, 2, 0, 1, 2) }, [2, 5, 6]);
  for (const [i, share] of [1 / 6, 1 / 3, 7 / 12].entries()) expectClose(promoted[i]!.share, share, 1e-14);
  for (const [i, share] of [1 / 6, 5 / 12, 5 / 12].entries()) expectClose(left[i]!.share, share, 1e-14);
  expect(promoted.map((point) => point.eventsSince)).toEqual([1, 1, 1]);
  expect(promoted.map((point) => point.underView)).toEqual([5, 3, 0]);
});

test('who enters on the day of an event was not at risk of it: 2/3, 4/9, 0', () => {
  const steps = kaplanMeier({
    entry: Int32Array.of(0, 0, 2, 0),
    time: Int32Array.of(2, 4, 3, 5),
    event: Uint8Array.of(1, 0, 1, 1),
  });
  expect(steps.map((step) => [step.day, step.atRisk])).toEqual([
    [2, 3],
    [3, 3],
    [5, 1],
  ]);
  for (const [i, left] of [2 / 3, 4 / 9, 0].entries()) expectClose(steps[i]!.left, left, 1e-14);
});

test('where nobody goes out of view, pseudo-values are the plain outcomes, to the last digit', () => {
  const people = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 40 }), (spells, horizon) => {
      const result = known(
        spells.map(([day]) => day),
        spells.map(([, ending]) => ending),
        horizon,
      );
      const outcomes = spells.map(([day, ending]) => (day <= horizon && ending === 1 ? 1 : 0));
      expect([...result.pseudoValues]).toEqual(outcomes);
      expectClose(
        result.estimate,
        outcomes.reduce<number>((sum, value) => sum + value, 0) / outcomes.length,
        1e-15,
      );
    }),
  );
});

const anySpells = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 2 })), {
  minLength: 1,
  maxLength: 40,
});

test('influences sum to nothing, order does not matter, and two copies keep the estimate', () => {
  fc.assert(
    fc.property(anySpells, (spells) => {
      const time = [...spells.map(([day]) => day), 12];
      const event = [...spells.map(([, ending]) => ending), 0];
      const once = known(time, event, 12);
      const turned = known(time.toReversed(), event.toReversed(), 12);
      const twice = known([...time, ...time], [...event, ...event], 12);
      expect(Math.abs(once.influence.reduce((sum, part) => sum + part, 0))).toBeLessThan(1e-12);
      expect(turned.pseudoValues.toReversed()).toEqual(once.pseudoValues);
      expectClose(twice.estimate, once.estimate, 1e-12);
      expectClose(twice.standardError, once.standardError / Math.SQRT2, 1e-10);
    }),
  );
});

test('incidences of the two endings and the share without either add to 1', () => {
  fc.assert(
    fc.property(anySpells, (spells) => {
      const time = [...spells.map(([day]) => day), 12];
      const endings = [...spells.map(([, ending]) => ending), 0];
      const first = known(time, endings, 12).estimate;
      const second = known(
        time,
        endings.map((ending) => (3 - ending) % 3),
        12,
      ).estimate;
      const either = known(
        time,
        endings.map((ending) => Math.min(ending, 1)),
        12,
      ).estimate;
      expectClose(first + second, either, 1e-12);
    }),
  );
});

test('when all had the event the share is exactly 1 with no spread, also where some went out of view', () => {
  const result = known([1, 2, 2, 3, 7, 9], [1, 0, 1, 1, 0, 1], 9);
  expect([result.estimate, result.standardError]).toEqual([1, 0]);
  expect([...result.pseudoValues]).toEqual([1, 1, 1, 1, 1, 1]);
});

test('a horizon nobody was followed to is not answered', () => {
  const group = { time: Int32Array.of(100, 580), event: Uint8Array.of(1, 0) };
  expect(aalenJohansen({ ...group, horizon: 730 })).toEqual({ kind: 'followed-too-short', followedTo: 580 });
  expect(aalenJohansen({ ...group, horizon: 580 }).kind).toBe('incidence');
  expect(incidenceCurve(group, [500, 580, 730]).map((point) => point.day)).toEqual([500, 580]);
});

test('a horizon after the last ending is answered when nobody is left to wait for', () => {
  expect(known([3, 9], [1, 2], 30).estimate).toBe(0.5);
});

test('a group of nobody, or of people never followed, was followed to day 0', () => {
  const nobody = { time: new Int32Array(0), event: new Uint8Array(0) };
  expect(aalenJohansen({ ...nobody, horizon: 5 })).toEqual({ kind: 'followed-too-short', followedTo: 0 });
  expect(incidenceCurve(nobody, [1])).toEqual([]);
  expect(kaplanMeier(nobody)).toEqual([]);
  const unseen = { time: Int32Array.of(0, 0), event: Uint8Array.of(0, 0), horizon: 5 };
  expect(aalenJohansen(unseen)).toEqual({ kind: 'followed-too-short', followedTo: 0 });
});

test('a person never followed changes nothing and gets the estimate', () => {
  const without = known([3, 4, 5, 5, 2], [1, 2, 0, 0, 0], 5);
  const result = known([3, 4, 5, 5, 2, 0], [1, 2, 0, 0, 0, 0], 5);
  expectClose(result.estimate, without.estimate, 1e-14);
  expectClose(result.pseudoValues[5]!, without.estimate, 1e-14);
});

test('malformed follow-up is refused', () => {
  const of =
    (time: number[], event: number[], horizon: number): (() => unknown) =>
    () =>
      known(time, event, horizon);
  expect(of([1, 2], [1], 5)).toThrow(RangeError);
  expect(of([-1], [0], 5)).toThrow(RangeError);
  expect(of([0], [1], 5)).toThrow(RangeError);
  expect(of([1], [3], 5)).toThrow(RangeError);
  expect(of([1], [1], 0)).toThrow(RangeError);
  expect(of([1], [1], 1.5)).toThrow(RangeError);
  expect(() => incidenceCurve({ time: Int32Array.of(3), event: Uint8Array.of(0) }, [2, 2])).toThrow(
    RangeError,
  );
  expect(() =>
    kaplanMeier({ entry: Int32Array.of(2), time: Int32Array.of(2), event: Uint8Array.of(1) }),
  ).toThrow(RangeError);
  expect(() => kaplanMeier({ time: Int32Array.of(2), event: Uint8Array.of(1, 0) })).toThrow(RangeError);
});

test('a step of a curve with fewer than 3 events joins the next, and the curve stops under 10 people', () => {
  const steps = [
    { day: 91, underView: 40, eventsSince: 3 },
    { day: 183, underView: 35, eventsSince: 1 },
    { day: 274, underView: 30, eventsSince: 2 },
    { day: 365, underView: 9, eventsSince: 8 },
    { day: 457, underView: 8, eventsSince: 8 },
  ];
  expect(quarterSteps(steps)).toEqual([
    { day: 91, underView: 40, eventsSince: 3 },
    { day: 274, underView: 30, eventsSince: 3 },
  ]);
});

test('a last step with few events joins the one before; a curve with few events in all is not drawn', () => {
  const steps = [
    { day: 91, underView: 40, eventsSince: 3 },
    { day: 183, underView: 35, eventsSince: 2 },
    { day: 274, underView: 30, eventsSince: 0 },
  ];
  expect(quarterSteps(steps)).toEqual([{ day: 274, underView: 30, eventsSince: 5 }]);
  expect(quarterSteps(steps.slice(1))).toEqual([]);
  expect(quarterSteps([])).toEqual([]);
});
