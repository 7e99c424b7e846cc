import { expect, test } from 'vitest';
import { whatBecameOfGoals } from '../goals/what-became-of-goals.ts';
import { goalsOnTrack } from '../measures/goals-on-track.ts';
import { workedGoals, workedPairs } from '../measures/worked-tables.ts';
import { disclosedGoals } from './disclose-goals.ts';
import { disclosedMeasures } from './disclose-measures.ts';

const CUTOFF = 100;
const NEED = 5;

/** Goals by how many there are of each state, one per pair, as measure and picture tell them. */
function told(count: { reached?: number; late?: number; letGo?: number; unknown?: number }) {
  const { reached = 0, late = 0, letGo = 0, unknown = 0 } = count;
  const rows = [
    ...Array.from({ length: reached }, () => ({ state: 1 })),
    ...Array.from({ length: late }, () => ({ target: 4, start: 0, due: 100 })),
    ...Array.from({ length: letGo }, () => ({ state: 3 })),
    ...Array.from({ length: unknown }, () => ({})),
  ].map((goal, i) => ({ pair: `p${i}`, ...goal }));
  const pairs = workedPairs(rows.map(() => ({})));
  const goals = workedGoals(rows);
  const figures = goalsOnTrack.compute({ pairs, goals }, { cutoff: CUTOFF } as never);
  if ('reason' in figures) throw new Error(figures.reason);
  const facts = { measure: goalsOnTrack.id, number: 'M22', better: 'higher', sensitive: false } as const;
  const measures = disclosedMeasures([{ ...facts, from: 'records', missing: null, figures }], {} as never);
  return disclosedGoals(whatBecameOfGoals(pairs, goals, CUTOFF), measures, NEED);
}

test('parts that the measure tells are parts of the bar, and what is not known is one of them', () => {
  expect(told({ reached: 10, late: 6, letGo: 4, unknown: 2 })).toEqual([
    { statuses: ['reached', 'on-the-way'], goals: 10, people: 20 },
    { statuses: ['late'], goals: 6, people: 12 },
    { statuses: ['let-go'], goals: 4, people: 8 },
    { statuses: ['not-known'], goals: 2, people: null },
  ]);
});

test('what the measure tells in words is told together, and every goal is in the bar once', () => {
  const bars = told({ reached: 12, late: 9, letGo: 1 });
  expect(bars).toEqual([
    { statuses: ['reached', 'on-the-way'], goals: 12, people: 24 },
    { statuses: ['late', 'let-go'], goals: 10, people: 20 },
  ]);
  expect(bars.reduce((sum, { goals }) => sum + goals, 0)).toBe(22);
});

test('where the measure does not tell how many are on track there is no bar', () => {
  expect(told({ reached: 15, late: 1 })).toEqual([]);
  expect(told({ reached: 2 })).toEqual([]);
});
