import { expect, test } from 'vitest';
import { armFollowUp } from './arm-follow-up.ts';
import { MISSING_DAY } from './day.ts';
import type { FollowUp } from './follow-up.ts';
import type { Population } from './population.ts';

const PEOPLE = 60;
const HORIZON = 730;
const START = 18_000;

/** Sixty comparison people who start on one day; some get a place later. */
function people(places: ReadonlyMap<number, number>): Population {
  const row = (value: number): Int32Array => new Int32Array(PEOPLE).fill(value);
  return {
    who: 'mentees',
    n: PEOPLE,
    rows: row(0).map((_, i) => i),
    treated: new Uint8Array(PEOPLE),
    participants: 0,
    followed: {
      human: row(0).map((_, i) => i),
      index: row(START),
      lastSeen: row(MISSING_DAY),
      laterEnrolment: row(MISSING_DAY).map((missing, i) => {
        const place = places.get(i);
        return place === undefined ? missing : START + place;
      }),
    },
  };
}

function followed(endings: ReadonlyMap<number, readonly [day: number, event: number]>): FollowUp {
  return {
    time: new Int32Array(PEOPLE).map((_, i) => endings.get(i)?.[0] ?? HORIZON),
    event: new Uint8Array(PEOPLE).map((_, i) => endings.get(i)?.[1] ?? 0),
    lost: new Uint8Array(PEOPLE),
    horizonDays: HORIZON,
  };
}

const everybody = new Int32Array(PEOPLE).map((_, i) => i);
const inclination = (): Float64Array => new Float64Array(PEOPLE).map((_, i) => i / 10);

function strataOf(
  places: ReadonlyMap<number, number>,
  endings: ReadonlyMap<number, readonly [number, number]>,
  inclined: (() => Float64Array) | undefined = inclination,
): Int32Array | undefined {
  return armFollowUp(people(places), everybody, followed(endings), inclined).strata;
}

test('sixty people of whom one gets a place later come in three strata of rising inclination', () => {
  const strata = strataOf(new Map([[59, 200]]), new Map([[59, [199, 0]]]));
  expect([...strata!]).toEqual([
    ...new Array(20).fill(0),
    ...new Array(20).fill(1),
    ...new Array(20).fill(2),
  ]);
});

test('nobody with a later place: no strata, whoever was lost or promoted', () => {
  expect(
    strataOf(
      new Map(),
      new Map([
        [3, [199, 0]],
        [4, [100, 1]],
      ]),
    ),
  ).toBeUndefined();
});

test('a later place that cut nothing short makes no strata: after the promotion, after the horizon, after going out of view', () => {
  expect(strataOf(new Map([[5, 200]]), new Map([[5, [120, 1]]]))).toBeUndefined();
  expect(strataOf(new Map([[5, HORIZON + 1]]), new Map())).toBeUndefined();
  expect(strataOf(new Map([[5, 200]]), new Map([[5, [150, 0]]]))).toBeUndefined();
});

test('where no inclination is known, people of an arm are taken to be followed alike', () => {
  const plain = armFollowUp(
    people(new Map([[59, 200]])),
    everybody,
    followed(new Map([[59, [199, 0]]])),
    undefined,
  );
  expect(plain.strata).toBeUndefined();
  expect(plain.time[59]).toBe(199);
});

test('only the people asked for come back, in their order', () => {
  const some = Int32Array.of(7, 3);
  const { time, event } = armFollowUp(
    people(new Map()),
    some,
    followed(new Map([[3, [40, 2]]])),
    inclination,
  );
  expect([...time]).toEqual([HORIZON, 40]);
  expect([...event]).toEqual([0, 2]);
});
