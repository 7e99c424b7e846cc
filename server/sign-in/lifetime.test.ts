import { expect, test } from 'vitest';
import { stillHolds } from './lifetime.ts';

const START = new Date('2026-10-14T08:00:00Z');
const after = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

test.each([
  [true, 29, true],
  [true, 30, false],
  [false, 30, true],
  [false, 479, true],
  [false, 480, false],
])('staff %s: after %i idle minutes it holds: %s', (staff, minutes, holds) => {
  expect(stillHolds({ startedAt: START, lastSeenAt: START, staff }, after(minutes))).toBe(holds);
});

test.each([
  [true, 719, true],
  [true, 720, false],
  [false, 10_079, true],
  [false, 10_080, false],
])('staff %s: in use all the time it holds after %i minutes: %s', (staff, minutes, holds) => {
  expect(stillHolds({ startedAt: START, lastSeenAt: after(minutes), staff }, after(minutes))).toBe(holds);
});
