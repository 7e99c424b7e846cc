import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oracle } from '#tools/oracle.ts';
import { listFingerprint } from './list-fingerprint.ts';
import { type Applicant, lotteryDraw } from './lottery-draw.ts';
import { placesByShare } from './places-by-share.ts';

interface Columns {
  person: string[];
  stratum: string[];
  drawn: boolean[];
  probability: number[];
  waitingPlace: number[];
}
const list = ({ person, stratum }: Pick<Columns, 'person' | 'stratum'>): Applicant[] =>
  person.map((key, i) => ({ person: key, stratum: stratum[i]! }));

oracle<{ seed: number; places: number; person: string[]; stratum: string[] }, Columns>(
  import.meta.url,
  'lottery-draw',
  (input, expected) => {
    const drawn = lotteryDraw(list(input), input);
    expect(drawn.map(({ person }) => person)).toEqual(expected.person);
    expect(drawn.map(({ stratum }) => stratum)).toEqual(expected.stratum);
    expect(drawn.map((one) => one.drawn)).toEqual(expected.drawn);
    expect(drawn.map(({ probability }) => probability)).toEqual(expected.probability);
    expect(drawn.map(({ waitingPlace }) => waitingPlace ?? 0)).toEqual(expected.waitingPlace);
    expect(drawn.filter((one) => one.drawn)).toHaveLength(input.places);
  },
);

test('the draw of the waiting-list example, made in R, is the one that its people file holds', () => {
  const [, ...lines] = readFileSync('examples/waiting-list-year/people.csv', 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(',')).filter(([, cohort]) => cohort === '2024');
  const drawn = lotteryDraw(
    rows.map((cells) => ({ person: cells[0]!, stratum: cells[4]! })),
    { seed: 20240201, places: 120 },
  );
  const arms = new Map(rows.map((cells) => [cells[0]!, cells[2]!]));
  for (const one of drawn) expect(arms.get(one.person)).toBe(one.drawn ? 'participant' : 'comparison');
});

test('the order in which people stand in the file changes neither draw nor fingerprint', () => {
  const people = list({
    person: ['b', 'a', 'd', 'c', 'e'],
    stratum: ['2', '1', '2', '1', '1'],
  });
  const turned = [...people].reverse();
  expect(lotteryDraw(turned, { seed: 4, places: 2 })).toEqual(lotteryDraw(people, { seed: 4, places: 2 }));
  expect(listFingerprint(turned)).toBe(listFingerprint(people));
});

test('one person more, another stratum or a joined key changes the fingerprint', () => {
  const people = list({ person: ['a', 'b'], stratum: ['x', 'x'] });
  const others = [
    [...people, { person: 'c', stratum: 'x' }],
    list({ person: ['a', 'b'], stratum: ['x', 'y'] }),
    list({ person: ['ab', ''], stratum: ['x', 'x'] }),
  ];
  for (const other of others) expect(listFingerprint(other)).not.toBe(listFingerprint(people));
});

test('everybody is as likely to be drawn, wherever their key sorts', () => {
  const people = list({ person: ['a', 'b', 'c', 'd'], stratum: ['', '', '', ''] });
  const times = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed++)
    for (const { person, drawn } of lotteryDraw(people, { seed, places: 1 }))
      if (drawn) times.set(person, (times.get(person) ?? 0) + 1);
  // Three standard errors of a quarter of 4000: 3 × √(4000 × 3/16) = 82.
  for (const key of ['a', 'b', 'c', 'd']) expect(Math.abs(times.get(key)! - 1000)).toBeLessThan(82);
});

test('places add up whatever the sizes, and no group is more than one place from its share', () => {
  for (const sizes of [[70, 50, 1], [3, 3, 3], [1], [0, 5], [10, 20, 30, 41]]) {
    const people = sizes.reduce((sum, size) => sum + size, 0);
    for (let places = 0; places <= people; places++) {
      const shared = placesByShare(sizes, places);
      expect(shared.reduce((sum, one) => sum + one, 0)).toBe(places);
      shared.forEach((one, i) => expect(Math.abs(one - (places * sizes[i]!) / people)).toBeLessThan(1));
    }
  }
  // Equal remainders: the first group gets the place.
  expect(placesByShare([3, 3], 3)).toEqual([2, 1]);
});

test('somebody who stands twice, and more places than people, are refused', () => {
  const twice = list({ person: ['a', 'a'], stratum: ['x', 'y'] });
  expect(() => lotteryDraw(twice, { seed: 1, places: 1 })).toThrow(RangeError);
  expect(() => lotteryDraw(twice.slice(1), { seed: 1, places: 2 })).toThrow(RangeError);
});
