import { expect, test } from 'vitest';
import { madeRoster, madeScores } from './made-scores.ts';
import { mentorWorkload } from './mentor-workload.ts';

test('mentees who answer the same sentences do not count, and one wave has no change', () => {
  const found = mentorWorkload.compute(
    {
      scores: madeScores([
        { person: 'm0', wave: 'before', scale: 'strain', score: 2 },
        { person: 'p0', wave: 'before', scale: 'strain', score: 5 },
      ]),
      enrolled: madeRoster(2, 'mentor'),
    },
    {} as Parameters<typeof mentorWorkload.compute>[1],
  );
  expect(found).toMatchObject([{ key: 'mentors', value: 2, n: 1, asked: 2, bounds: [1.5, 3.5] }]);
});
