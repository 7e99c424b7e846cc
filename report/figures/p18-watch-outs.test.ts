import { expect, test } from 'vitest';
import type { Decision } from '#evaluation/evaluation.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { NOT_DUE, OPINIONS } from '../reports/hard-cases.fixture.ts';
import { watchText } from '../sentences/watch-text.ts';
import { p18WatchOuts } from './p18-watch-outs.tsx';

const strain = COMPASS.findings.find(({ role }) => role === 'watch-out')!;
const decided = (outside: string[], cannotTell: string[]): Decision => ({
  ...COMPASS.decision,
  outside,
  cannotTell,
});

test('a watch-out that shows harm is outside its limit, in title, table and sentence', () => {
  const shown = { ...COMPASS, decision: decided(['workload_strain@24'], []) };
  const { title, table } = p18WatchOuts(shown)!;
  expect(title).toBe('One watch-out is outside its limit');
  expect(table.rows).toEqual([
    ['Workload strain (1 to 5)', '+0.28', '0.13', '0.44', '0.2 points more', 'Outside the limit'],
  ]);
  expect(watchText(strain, shown.decision)).toBe(
    'Workload strain (1 to 5): outside the limit. Every likely value is worse than no difference, the worst is 0.44 points more; the limit is 0.2 points more.',
  );
});

test('inside must be shown; a range that reaches beyond the limit is not a pass', () => {
  expect(watchText(strain, decided([], []))).toContain(
    'inside the limit. The worst likely value is 0.44 points more',
  );
  expect(watchText(strain, decided([], ['workload_strain@24']))).toContain(
    'which is beyond the limit of 0.2 points more',
  );
  const blind = { ...strain, shown: { ...strain.shown!, estimate: null, range95: null } };
  expect(watchText(blind, decided([], ['workload_strain@24']))).toContain(
    'too little is known for a verdict',
  );
});

test('there is no picture before the look and where nobody is compared', () => {
  expect(p18WatchOuts(NOT_DUE)).toBeNull();
  expect(p18WatchOuts(OPINIONS)).toBeNull();
});
