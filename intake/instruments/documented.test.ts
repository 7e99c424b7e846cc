import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nothingTold } from '../problem.ts';
import { readInstruments } from './read-instruments.ts';

test('the instrument that the documentation shows is accepted as it stands', () => {
  const page = readFileSync('docs/instruments-you-bring.md', 'utf8');
  const [, json] = /```json\n([\s\S]*?)```/.exec(page)!;
  const told = nothingTold();
  const instruments = readInstruments(
    [{ name: 'instruments.json', bytes: new TextEncoder().encode(json) }],
    told,
  );
  expect(told.problems).toEqual([]);
  expect(instruments).toMatchObject([{ id: 'calm-scale', version: '2019', languages: ['en', 'de'] }]);
});
