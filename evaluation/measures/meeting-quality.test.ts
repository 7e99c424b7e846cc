import { expect, test } from 'vitest';
import { madeRoster, madeScores } from './made-scores.ts';
import { meetingQuality } from './meeting-quality.ts';

test('many meetings of one person weigh no more than one of another, whatever the wave', () => {
  const scores = madeScores([
    { person: 'm0', wave: 'during1', scale: 'meeting-quality', score: 2 },
    { person: 'm0', wave: 'during2', scale: 'meeting-quality', score: 4 },
    { person: 'm1', wave: 'during1', scale: 'meeting-quality', score: 5 },
  ]);
  const found = meetingQuality.compute(
    { scores, enrolled: madeRoster(2, 'mentor') },
    {} as Parameters<typeof meetingQuality.compute>[1],
  );
  expect(found).toMatchObject([{ key: 'mentors', value: 4, n: 2, asked: 2, bounds: null }]);
});
