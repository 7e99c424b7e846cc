import { expect, test } from 'vitest';
import { preparedData } from './prepared-data.ts';
import { steps } from './steps.ts';
import { type Line, table } from './table.ts';

const data = preparedData(2000, 1);

test('about 5 in 100 made-up people take part, and the same seed makes the same people', () => {
  const participants = data.treated.reduce((sum, side) => sum + side, 0);
  expect(participants).toBeGreaterThan(60);
  expect(participants).toBeLessThan(180);
  expect(preparedData(2000, 1)).toEqual(data);
});

for (const step of steps) {
  test(`the step ${step.id} runs and gives a figure that R can be compared with`, () => {
    expect(Number.isFinite(step.ours(data))).toBe(true);
    expect(Number.isFinite(step.floor(data))).toBe(true);
  });
}

test('a missed goal is printed as missed, and growth runs from the smallest size to the largest', () => {
  const line: Line = {
    title: 'step',
    n: 10_000,
    ours: 0.5,
    floor: 0.1,
    peer: 0.6,
    peerName: 'R',
    goal: '≥ 2× R',
    met: 'MISSED',
    same: 'yes',
  };
  const text = table([line, { ...line, n: 1_000_000, ours: 60, peer: 'too slow to run' }]);
  expect(text).toMatch(/\| step \| 10000 +\| 0\.5 +\| 0\.6 +\| 1\.2× +\| 0\.1 +\| 5 +\| ≥ 2× R \| MISSED/);
  expect(text).toContain('| 10000 → 1000000 | 100×        | 120×      |');
});
