import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedGroups } from './merged-groups.ts';

const names = (groups: Readonly<Record<string, number | readonly number[]>>, need = 5) => {
  const list = Object.entries(groups).map(([path, counts]) => ({
    path: path.split('/'),
    counts: typeof counts === 'number' ? [counts] : counts,
  }));
  return mergedGroups(list, need).map((members) => members.map((i) => list[i]!.path.join('/')).join(' + '));
};

test('groups with enough people stay apart', () => {
  expect(names({ Bonn: 12, Aachen: 8, Celle: 5 })).toEqual(['Aachen', 'Bonn', 'Celle']);
});

test('a small group joins the smallest other one', () => {
  expect(names({ Kiel: 4, Bonn: 30, Celle: 8 })).toEqual(['Bonn', 'Celle + Kiel']);
});

test('a small group joins a sibling of its own branch before a smaller one elsewhere', () => {
  expect(names({ 'north/Kiel': 4, 'north/Husum': 20, 'south/Ulm': 6 })).toEqual([
    'north/Husum + north/Kiel',
    'south/Ulm',
  ]);
});

test('joined groups go on to join where they are still too small', () => {
  expect(names({ 'north/Kiel': 2, 'north/Husum': 1, 'south/Ulm': 6, 'south/Hof': 9 })).toEqual([
    'south/Hof',
    'north/Husum + north/Kiel + south/Ulm',
  ]);
});

test('a group that is large enough for one figure and too small for another is merged', () => {
  expect(names({ Kiel: [9, 4], Bonn: [30, 30], Celle: [8, 8] })).toEqual(['Bonn', 'Celle + Kiel']);
});

test('one group that is left says nothing beside the whole', () => {
  expect(names({ Kiel: 4, Bonn: 30 })).toEqual([]);
  expect(names({})).toEqual([]);
});

test('everybody stays in exactly one group of enough people, whatever the order of the list', () => {
  const group = fc.record({
    path: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z')),
    count: fc.nat(12),
  });
  const unlike = fc.uniqueArray(group, { selector: ({ path }) => path.join('/'), maxLength: 9 });
  fc.assert(
    fc.property(unlike, (groups) => {
      const list = groups.map(({ path, count }) => ({ path, counts: [count] }));
      const merged = mergedGroups(list, 5);
      for (const members of merged)
        expect(members.reduce((sum, i) => sum + list[i]!.counts[0]!, 0)).toBeGreaterThanOrEqual(5);
      if (merged.length > 0) expect(merged.flat().sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
      const said = (of: typeof list) =>
        mergedGroups(of, 5).map((members) => members.map((i) => of[i]!.path.join('/')).sort());
      expect(said([...list].reverse())).toEqual(said(list));
    }),
    { seed: 20_261_125 },
  );
});
