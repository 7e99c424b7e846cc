import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { aalenJohansen } from './aalen-johansen.ts';
import { evenStrata } from './even-strata.ts';
import { pseudoValuesByStratum, type StratumPseudoValues } from './pseudo-values-by-stratum.ts';

interface Input {
  method: 'pseudo-values' | 'even';
  time: number[];
  event: number[];
  strata: number[];
  horizon: number;
  score: number[];
  least: number;
  most: number;
}
interface Answer {
  values: number[];
  weighted: number[];
  strata: number[];
}

oracle<Input, Answer>(import.meta.url, 'strata', (input, expected) => {
  if (input.method === 'even') {
    expect([...evenStrata(Float64Array.from(input.score), input)]).toEqual(expected.strata);
    return;
  }
  const { values } = made(input.time, input.event, input.strata, input.horizon);
  // Where the answer is 0, R leaves rounding of up to 1e-15.
  for (const [i, value] of expected.values.entries()) expectClose(values[i]! + 1, value + 1, 1e-12);
  for (const [stratum, share] of expected.weighted.entries()) {
    const own = [...values].filter((_, i) => input.strata[i] === stratum);
    expectClose(own.reduce((sum, value) => sum + value, 0) / own.length, share, 1e-11);
  }
});

function made(
  time: ArrayLike<number>,
  event: ArrayLike<number>,
  strata: ArrayLike<number>,
  horizon: number,
): StratumPseudoValues {
  const result = pseudoValuesByStratum({
    time: Int32Array.from(time),
    event: Uint8Array.from(event),
    strata: Int32Array.from(strata),
    horizon,
  });
  if (result.kind !== 'pseudo-values') throw new Error(`followed only to ${result.followedTo}`);
  return result;
}

const people = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })),
  { minLength: 1, maxLength: 60 },
);

test('one stratum gives what the whole group gives, whatever its number', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 0, max: 5 }), (spells, code) => {
      const time = [...spells.map(([day]) => day), 12];
      const event = [...spells.map(([, ending]) => ending), 0];
      const whole = aalenJohansen({
        time: Int32Array.from(time),
        event: Uint8Array.from(event),
        horizon: 12,
      });
      if (whole.kind !== 'incidence') throw new Error('somebody was followed to the end');
      const { values, strata } = made(
        time,
        event,
        time.map(() => code),
        12,
      );
      expect(values).toEqual(whole.pseudoValues);
      expect(strata).toBe(1);
    }),
  );
});

test('where nobody goes out of view the values are the plain outcomes in any strata', () => {
  fc.assert(
    fc.property(people, (spells) => {
      const event = spells.map(([, ending]) => (ending === 0 ? 1 : ending));
      const { values } = made(
        spells.map(([day]) => day),
        event,
        spells.map(([, , stratum]) => stratum),
        12,
      );
      expect([...values]).toEqual(event.map((ending) => (ending === 1 ? 1 : 0)));
    }),
  );
});

test('the order of people does not matter, and two copies of everybody keep every value', () => {
  fc.assert(
    fc.property(people, (spells) => {
      const time = [...spells.map(([day]) => day), 12, 12, 12, 12];
      const event = [...spells.map(([, ending]) => ending), 0, 0, 0, 0];
      const strata = [...spells.map(([, , stratum]) => stratum), 0, 1, 2, 3];
      const { values } = made(time, event, strata, 12);
      const turned = made(time.toReversed(), event.toReversed(), strata.toReversed(), 12);
      expect([...turned.values].toReversed()).toEqual([...values]);
      const twice = made([...time, ...time], [...event, ...event], [...strata, ...strata], 12);
      values.forEach((value, i) => expectClose(twice.values[i]!, value, 1e-9));
    }),
  );
});

test('a stratum that nobody followed to the horizon is joined to the next, the last to the one before', () => {
  const time = [3, 4, 9, 9, 2, 9, 5, 5];
  const event = [1, 0, 0, 1, 2, 0, 1, 0];
  const joined = made(time, event, [0, 0, 1, 1, 2, 2, 3, 3], 9);
  const asJoined = made(time, event, [0, 0, 0, 0, 1, 1, 1, 1], 9);
  expect(joined.strata).toBe(2);
  expect(joined.values).toEqual(asJoined.values);
});

test('when nobody at all was followed to the horizon there is no answer', () => {
  const group = { time: Int32Array.of(3, 5), event: Uint8Array.of(1, 0), horizon: 9 };
  expect(pseudoValuesByStratum({ ...group, strata: Int32Array.of(0, 1) })).toEqual({
    kind: 'followed-too-short',
    followedTo: 5,
  });
  const nobody = { time: new Int32Array(0), event: new Uint8Array(0), strata: new Int32Array(0) };
  expect(pseudoValuesByStratum({ ...nobody, horizon: 9 }).kind).toBe('pseudo-values');
});

test('among alike people who go out of view early the share is right where the whole group gets it wrong', () => {
  // 100 people with a chance of 1/2, half of whom go out of view on day 1; 100 with a chance of 1/10, all seen to day 10.
  const risky = Array.from(
    { length: 100 },
    (_, i) => (i < 50 ? [1, 0] : i < 75 ? [5, 1] : [10, 0]) as [number, number],
  );
  const calm = Array.from({ length: 100 }, (_, i) => (i < 10 ? [5, 1] : [10, 0]) as [number, number]);
  const all = [...risky, ...calm];
  const mean = (strata: number[]): number =>
    made(
      all.map(([day]) => day),
      all.map(([, ending]) => ending),
      strata,
      10,
    ).values.reduce((sum, value) => sum + value / all.length, 0);
  expect(mean(all.map((_, i) => (i < 100 ? 0 : 1)))).toBeCloseTo(0.3, 12);
  expect(mean(all.map(() => 0))).toBeCloseTo(35 / 150, 12);
});

test('scores that are equal stay together, and strata rise with the score', () => {
  const scores = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 80 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 15 }), (score, least) => {
      const strata = evenStrata(Float64Array.from(score), { least, most: 20 });
      const sizes = new Map<number, number>();
      score.forEach((value, i) => {
        sizes.set(strata[i]!, (sizes.get(strata[i]!) ?? 0) + 1);
        score.forEach((other, j) => {
          if (value === other) expect(strata[j]).toBe(strata[i]);
          if (value < other) expect(strata[j]).toBeGreaterThanOrEqual(strata[i]!);
        });
      });
      if (sizes.size > 1) for (const size of sizes.values()) expect(size).toBeGreaterThanOrEqual(least);
      expect(sizes.size).toBeLessThanOrEqual(20);
    }),
  );
});

test('malformed strata and scores are refused', () => {
  const group = { time: Int32Array.of(3, 5), event: Uint8Array.of(1, 0), horizon: 5 };
  expect(() => pseudoValuesByStratum({ ...group, strata: Int32Array.of(0) })).toThrow(RangeError);
  expect(() => pseudoValuesByStratum({ ...group, strata: Int32Array.of(0, -1) })).toThrow(RangeError);
  expect(() => evenStrata(Float64Array.of(1, Number.NaN), { least: 1, most: 2 })).toThrow(RangeError);
  expect(() => evenStrata(Float64Array.of(1), { least: 0, most: 2 })).toThrow(RangeError);
  expect(() => evenStrata(Float64Array.of(1), { least: 1, most: 1.5 })).toThrow(RangeError);
});
