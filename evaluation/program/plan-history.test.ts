import { expect, test } from 'vitest';
import { planChanges } from './changes.ts';
import { compass2027 } from './compass.fixture.ts';
import { type PlanChange, changeKind, isExploratory } from './plan-history.ts';
import type { ProgramPlan } from './program-plan.ts';

const PLAN = compass2027();
const matters = (value: number): ProgramPlan => ({
  ...PLAN,
  success: { ...PLAN.success, primary: { ...PLAN.success.primary!, matters: value } },
});
const change = (after: ProgramPlan, lookedBefore: boolean): PlanChange => ({
  at: '2028-02-01T09:00:00Z',
  by: 'Priya Nair',
  second: 'Lena Hoffmann',
  reason: 'We know better now.',
  lookedBefore,
  before: PLAN,
  after,
  fingerprint: '0'.repeat(64),
});

test('a change before any look is an amendment, after one a deviation, and one of what is not locked is logged', () => {
  const locked = planChanges(PLAN, matters(0.3));
  expect([changeKind(locked, false), changeKind(locked, true)]).toEqual(['amendment', 'deviation']);
  const logged = planChanges(PLAN, { ...PLAN, purpose: { ...PLAN.purpose, holders: [] } });
  expect([changeKind(logged, false), changeKind(logged, true)]).toEqual(['logged', 'logged']);
});

test('changing what matters after a look leaves no verdict for ever; changing its name, or before a look, does', () => {
  const of = (...changes: PlanChange[]): boolean => isExploratory({ lock: null, changes });
  const label = { ...PLAN.success.primary!, label: 'Leading others' };
  const named = { ...PLAN, success: { ...PLAN.success, primary: label } };
  expect(of(change(matters(0.1), true))).toBe(true);
  expect(of(change(matters(0.1), true), change(PLAN, true))).toBe(true);
  expect(of(change(matters(0.1), false))).toBe(false);
  expect(of(change(named, true))).toBe(false);
  expect(of()).toBe(false);
});
