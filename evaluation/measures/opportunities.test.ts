import { expect, test } from 'vitest';
import { opportunities } from './opportunities.ts';

const followed = (horizonDays: number) => ({
  opportunity: {
    time: Int32Array.of(1, 2, 3, 4, 5, 6),
    event: Uint8Array.of(1, 2, 1, 0, 2, 1),
    lost: new Uint8Array(6),
    horizonDays,
  },
});

test('people who left first do not count as still waiting: 7 in 12 by the sixth day, never all', () => {
  const figure = opportunities.compute(followed(6));
  expect('estimate' in figure && figure.estimate).toBeCloseTo(7 / 12, 14);
});

test('a horizon that nobody was followed to gives the reason, not a number', () => {
  const shorter = { opportunity: { ...followed(730).opportunity, event: new Uint8Array(6) } };
  expect(opportunities.compute(shorter)).toMatchObject({ reason: 'followed-too-short' });
});
