import { expect, test } from 'vitest';
import { MISSING_DAY } from '../study/day.ts';
import { PROGRAM_MEASURES } from './registry.ts';

type Gate = readonly [person: string, gate: string, due: number, done?: number];

/** Gates of ann, ben and cleo, who is a mentor here and a mentee there. */
function gates(rows: readonly Gate[]) {
  const measure = PROGRAM_MEASURES.find(({ number }) => number === 'M37')!;
  const columns = {
    enrolled: {
      count: 4,
      person: ['ann', 'ben', 'cleo', 'cleo'],
      role: Uint8Array.of(0, 0, 0, 1),
      linked: Int32Array.of(0, 1, 2, 2),
    },
    gates: {
      count: rows.length,
      person: rows.map(([person]) => person),
      gate: rows.map(([, gate]) => gate),
      due: Int32Array.from(rows, ([, , due]) => due),
      done: Int32Array.from(rows, ([, , , done]) => done ?? MISSING_DAY),
    },
  };
  const found = measure.compute(columns as never, { cutoff: 100 } as never);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

test('whoever is mentor and mentee is one human of three', () => {
  expect(gates([['cleo', 'closing talk', 50, 40]])[0]).toMatchObject({
    asked: 3,
    n: 1,
    count: 1,
    bounds: [1 / 3, 1],
  });
});

test('a row taken away of a gate that everybody owes does not help: who has no consent on file has not passed', () => {
  const consent = (person: string): Gate => [person, 'Consent', 10, 5];
  const talk = (person: string): Gate => [person, 'closing talk', 50, 40];
  const both = gates([consent('ann'), ['ben', 'Consent', 10], talk('ben')]);
  expect(both[0]).toMatchObject({ count: 1 });
  expect(gates([consent('ann'), talk('ben')])[0]).toMatchObject({ count: 1 });
});

test('a gate counts from its day on, one passed after the cut-off is not passed, and one without a day is due', () => {
  const later: Gate[] = [['ann', 'retention', 101]];
  expect(gates([['ann', 'closing talk', 50, 40], ...later])[0]).toMatchObject({ count: 1 });
  expect(gates([['ann', 'closing talk', 50, 101]])[0]).toMatchObject({ count: 0 });
  expect(gates([['ann', 'closing talk', MISSING_DAY]])[0]).toMatchObject({ count: 0 });
});

test('each gate stands beside, of those who owe it', () => {
  const found = gates([
    ['ann', 'closing talk', 50, 40],
    ['ben', 'closing talk', 60],
    ['ann', 'consent', 10, 5],
  ]);
  expect(found.map(({ topic, count, asked }) => [topic, count, asked])).toEqual([
    [undefined, 1, 3],
    ['closing talk', 1, 2],
    ['consent', 1, 3],
  ]);
});
