import { expect, test } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import type { EndCounts, ProgramCounts } from '../program-counts.ts';
import { disclosedCounts } from './disclose-counts.ts';

const PLAN: Plan = {
  plan: 1,
  design: 'opinions',
  cutoff: '2026-06-30',
  look: '2026-06-30',
  primary: { outcome: 'joy', better: 'higher', matters: 0.2 },
};
const none = { open: 0, completed: 0, early: 0, movedOn: 0, unsaid: 0, joined: false };
const pairs = (given: Partial<EndCounts>): ProgramCounts => {
  const counts = { ...none, ...given };
  const all = counts.open + counts.completed + counts.early + counts.movedOn + counts.unsaid;
  return { mentees: 40, mentors: 30, menteesBy: null, mentorsBy: null, pairs: { ...counts, all } };
};

test('ways of ending of five and more pass as they are', () => {
  const counts = pairs({ open: 14, completed: 20, early: 6 });
  expect(disclosedCounts(counts, PLAN)).toEqual(counts);
});

test('a rare way of ending is put together with the next one, so that subtraction finds nobody', () => {
  const shown = disclosedCounts(pairs({ open: 14, completed: 30, early: 4 }), PLAN)!.pairs;
  expect(shown).toEqual({ ...none, all: 48, open: 14, unsaid: 34, joined: true });
});

test('ends of which nobody said how are put together with the next way, too, where they are few', () => {
  const shown = disclosedCounts(pairs({ open: 14, completed: 30, early: 9, unsaid: 2 }), PLAN)!.pairs;
  expect(shown).toEqual({ ...none, all: 55, open: 14, completed: 30, unsaid: 11, joined: true });
});

test('two rare ways that are five together need no third', () => {
  const shown = disclosedCounts(pairs({ open: 14, completed: 30, early: 3, movedOn: 2 }), PLAN)!.pairs;
  expect(shown).toEqual({ ...none, all: 49, open: 14, completed: 30, unsaid: 5, joined: true });
});

test('with fewer people than the floor there are no counts at all', () => {
  expect(disclosedCounts({ ...pairs({ open: 3 }), mentees: 2, mentors: 2 }, PLAN)).toBeNull();
});
