import { expect, test } from 'vitest';
import { sheetNames } from './sheet-names.ts';

test('names are short, without letters that Excel refuses, and unlike each other whatever their case', () => {
  const long = `table-P05-${'a'.repeat(60)}`;
  const names = sheetNames([long, long, 'table-a/b', 'A-B', 'About', 'table-'], ['about']);
  expect(names).toEqual([
    `P05-${'a'.repeat(27)}`,
    `P05-${'a'.repeat(25)}-2`,
    'a-b',
    'A-B-2',
    'About-2',
    'table',
  ]);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
});
