import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle } from '#tools/oracle.ts';
import { type MatchingInput, nearestMatching } from './nearest-matching.ts';

interface Person {
  score: number;
  treated: number;
  cell: number;
}

function input(people: readonly Person[], settings: Partial<MatchingInput> = {}): MatchingInput {
  return {
    score: Float64Array.from(people, (person) => person.score),
    treated: Uint8Array.from(people, (person) => person.treated),
    cell: Int32Array.from(people, (person) => person.cell),
    ratio: 1,
    caliper: undefined,
    keyOrder: 'ascending',
    ...settings,
  };
}

interface Recorded {
  score: number[];
  treated: number[];
  cell: number[];
  ratio: number;
  caliper?: number | null;
}

oracle<Recorded, { treatedRows: number[]; matches: number[] }>(
  import.meta.url,
  'nearest-matching',
  ({ score, treated, cell, ratio, caliper }, expected, name) => {
    const people = score.map((value, row) => ({ score: value, treated: treated[row]!, cell: cell[row]! }));
    const actual = nearestMatching(input(people, { ratio, caliper: caliper ?? undefined }));
    expect([...actual.treatedRows]).toEqual(expected.treatedRows);
    expect([...actual.matches]).toEqual(expected.matches);
    if (name.includes('117')) expect([actual.treatedMatched, actual.comparisonMatched]).toEqual([117, 147]);
  },
);

/** The definition, word by word, looking at everybody every time. */
function byDefinition({
  score,
  treated,
  cell,
  ratio,
  caliper = Infinity,
  keyOrder,
}: MatchingInput): number[] {
  const sign = keyOrder === 'ascending' ? 1 : -1;
  const units = Array.from(score, (value) => Math.round(value * 1e9));
  const rows = [...score.keys()];
  const treatedRows = rows.filter((row) => treated[row] === 1);
  const matches = treatedRows.map(() => Array.from({ length: ratio }, () => -1));
  const taken = new Set<number>();
  for (let round = 0; round < ratio; round++) {
    for (const row of treatedRows.toSorted((a, b) => units[b]! - units[a]! || sign * (a - b))) {
      const own = matches[treatedRows.indexOf(row)]!;
      if (round > 0 && own[round - 1] === -1) continue;
      const apart = (other: number): number => Math.abs(units[other]! - units[row]!);
      const best = rows
        .filter((other) => treated[other] === 0 && !taken.has(other) && cell[other] === cell[row])
        .filter((other) => apart(other) <= Math.round(caliper * 1e9))
        .toSorted((a, b) => apart(a) - apart(b) || sign * (a - b))[0];
      if (best === undefined) continue;
      own[round] = best;
      taken.add(best);
    }
  }
  return matches.flat();
}

/** Scores in tenths: nearly everything ties. */
const tiedPeople = fc.array(
  fc.record({
    score: fc.integer({ min: -6, max: 6 }).map((tenths) => tenths / 10),
    treated: fc.integer({ min: 0, max: 3 }).map((draw) => (draw === 0 ? 1 : 0)),
    cell: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 3, maxLength: 60 },
);
const settings = fc.record({
  ratio: fc.integer({ min: 1, max: 3 }),
  caliper: fc.option(
    fc.integer({ min: 0, max: 5 }).map((tenths) => tenths / 10),
    { nil: undefined },
  ),
  keyOrder: fc.constantFrom('ascending' as const, 'descending' as const),
});

test('among many ties every match is the one the definition names', () => {
  fc.assert(
    fc.property(tiedPeople, settings, (people, chosen) => {
      const given = input(people, chosen);
      expect([...nearestMatching(given).matches]).toEqual(byDefinition(given));
    }),
    { numRuns: 2000 },
  );
});

test('among scores of all sizes every match is the one the definition names', () => {
  const people = fc.array(
    fc.record({
      score: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      treated: fc.integer({ min: 0, max: 1 }),
      cell: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 2, maxLength: 40 },
  );
  fc.assert(
    fc.property(people, settings, (given, chosen) => {
      const wide = chosen.caliper === undefined ? undefined : chosen.caliper * 1e6;
      expect([...nearestMatching(input(given, { ...chosen, caliper: wide })).matches]).toEqual(
        byDefinition(input(given, { ...chosen, caliper: wide })),
      );
    }),
  );
});

test('no match is wider than the caliper, leaves its cell, takes a participant or takes anybody twice', () => {
  fc.assert(
    fc.property(tiedPeople, settings, (people, chosen) => {
      const { treatedRows, matches, treatedMatched, comparisonMatched } = nearestMatching(
        input(people, chosen),
      );
      const found = [...matches].flatMap((row, at) => (row === -1 ? [] : [{ row, at }]));
      for (const { row, at } of found) {
        const seeker = people[treatedRows[Math.floor(at / chosen.ratio)]!]!;
        expect(people[row]!.treated).toBe(0);
        expect(people[row]!.cell).toBe(seeker.cell);
        expect(Math.abs(people[row]!.score - seeker.score)).toBeLessThanOrEqual(
          (chosen.caliper ?? Infinity) + 1e-9,
        );
      }
      expect(new Set(found.map(({ row }) => row)).size).toBe(found.length);
      expect(comparisonMatched).toBe(found.length);
      expect(treatedMatched).toBe(found.filter(({ at }) => at % chosen.ratio === 0).length);
    }),
  );
});

test('moving all scores, and stretching them with the caliper, changes no match', () => {
  fc.assert(
    fc.property(tiedPeople, settings, (people, chosen) => {
      const plain = nearestMatching(input(people, chosen));
      const moved = people.map((person) => ({ ...person, score: person.score * 10 + 3 }));
      const caliper = chosen.caliper === undefined ? undefined : chosen.caliper * 10;
      expect(nearestMatching(input(moved, { ...chosen, caliper }))).toEqual(plain);
    }),
  );
});

test('a caliper of 0.05 joins 0.10 with 0.12 and 0.40 with 0.43, and leaves 0.70 and 0.95 alone', () => {
  const scores = [0.1, 0.4, 0.7, 0.95, 0.12, 0.43, 0.55, 0.6];
  const people = scores.map((score, row) => ({ score, treated: row < 4 ? 1 : 0, cell: 0 }));
  const result = nearestMatching(input(people, { caliper: 0.05 }));
  expect([...result.matches]).toEqual([4, 5, -1, -1]);
  expect(result.treatedMatched).toBe(2);
});

test('a distance of exactly the caliper is inside it, whatever rounding does to the decimals', () => {
  // 0.29 × 1e9 is 289999999.99999994 in doubles; 0.4 − 0.11 is 0.29000000000000004.
  const people = [
    { score: 0.4, treated: 1, cell: 0 },
    { score: 0.11, treated: 0, cell: 0 },
  ];
  expect([...nearestMatching(input(people, { caliper: 0.29 })).matches]).toEqual([1]);
  expect([...nearestMatching(input(people, { caliper: 0.289999999 })).matches]).toEqual([-1]);
});

test('who finds nobody in one round sits out the next, though somebody has not become free', () => {
  const people = [
    { score: 1, treated: 1, cell: 0 },
    { score: 0, treated: 1, cell: 1 },
    { score: 1, treated: 0, cell: 0 },
  ];
  expect([...nearestMatching(input(people, { ratio: 2 })).matches]).toEqual([2, -1, -1, -1]);
});

test('reversed keys let the last of equals win, among seekers and among offers', () => {
  const people = [1, 1, 0, 0, 0].map((treated) => ({ score: 0, treated, cell: 0 }));
  expect([...nearestMatching(input(people)).matches]).toEqual([2, 3]);
  expect([...nearestMatching(input(people, { keyOrder: 'descending' })).matches]).toEqual([3, 4]);
});

test('nobody, nobody treated and nobody to offer give no matches', () => {
  const one = { score: 0, treated: 1, cell: 0 };
  expect([...nearestMatching(input([])).matches]).toEqual([]);
  expect([...nearestMatching(input([one], { ratio: 2 })).matches]).toEqual([-1, -1]);
  expect([...nearestMatching(input([{ ...one, treated: 0 }])).treatedRows]).toEqual([]);
});

test('impossible people and settings are refused', () => {
  const person = { score: 0, treated: 1, cell: 0 };
  const of = (given: Partial<Person>, chosen: Partial<MatchingInput> = {}): (() => unknown) => {
    return () => nearestMatching(input([{ ...person, ...given }], chosen));
  };
  expect(of({ score: Number.NaN })).toThrow(RangeError);
  expect(of({ score: Infinity })).toThrow(RangeError);
  expect(of({ treated: 2 })).toThrow(RangeError);
  expect(of({ cell: 1 })).toThrow(RangeError);
  expect(of({ cell: -1 })).toThrow(RangeError);
  expect(of({}, { ratio: 0 })).toThrow(RangeError);
  expect(of({}, { caliper: -1 })).toThrow(RangeError);
  expect(of({}, { cell: new Int32Array(2) })).toThrow(RangeError);
});
