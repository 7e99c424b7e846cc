import { expect, test } from 'vitest';
import type { ShownFlags, ShownLaterWave, ShownPulse } from '#evaluation/views/shown-views.ts';
import { flagSentences, pulseAlarms } from './alarm-sentences.ts';

const pulse = (
  later: readonly ShownLaterWave[],
  start: { n: number | null; agree: number | null },
): ShownPulse => ({
  scale: 'satisfaction',
  who: 'mentees',
  about: 'anything',
  start: { waves: ['during1', 'during2'], ...start },
  plannedLaterWaves: 4,
  later,
});
const fell = { alarm: 'lower', level: 0.9875, estimate: -0.24, range: [-0.36, -0.11] } as const;

test('an alarm says how many agreed, how many at the start, and the wider range', () => {
  const alarmed = pulse([{ wave: 'during3', n: 80, agree: 42, step: fell }], { n: 159, agree: 122 });
  expect(pulseAlarms(alarmed)).toEqual([
    'Alarm. Satisfaction, mentees: 42 of 80 agreed during the program, round 3, 122 of 159 in the first two waves together: 24 fewer in 100 (with the wider range 36 fewer to 11 fewer).',
  ]);
});

test('an alarm about nearly everybody has no number', () => {
  const step = { ...fell, estimate: null, range: null };
  const [sentence] = pulseAlarms(
    pulse([{ wave: 'during3', n: 80, agree: 42, step }], { n: null, agree: null }),
  );
  expect(sentence).toContain('fewer agreed during the program, round 3 than in the first two waves');
  expect(sentence).not.toMatch(/42|80/);
});

test('waves without alarm, and waves that are refused, raise none', () => {
  const steps = [
    { ...fell, alarm: 'none' } as const,
    { reason: 'too-few-people', values: { need: 20 } } as const,
  ];
  expect(
    pulseAlarms(
      pulse(
        steps.map((step) => ({ wave: 'during3', n: 80, agree: 42, step })),
        { n: 159, agree: 122 },
      ),
    ),
  ).toEqual([]);
});

test('flags say how many chance alone would raise, and how often a pair that keeps its rhythm is flagged', () => {
  const flags: ShownFlags = {
    pairs: 96,
    notKnown: 0,
    variation: 0.8,
    gaps: 400,
    limits: [
      { times: 2, flagged: 19, words: null, chance: 0.079, expected: 7.5 },
      { times: 3, flagged: null, words: 'less-than-10', chance: 0.0004, expected: 0.04 },
      { times: 4, flagged: null, words: null, chance: 0.001, expected: 0.1 },
    ],
  };
  const [two, three, four] = flagSentences(flags);
  expect(two).toBe(
    '19 of 96 pairs had not met for more than 2 of their rhythms; about 7.5 of these would by chance alone. False alarms: a pair that keeps its rhythm is beyond this limit on about 7.9 of 100 days.',
  );
  expect(three).toContain('Of 96 pairs less than 10 % had not met');
  expect(three).toContain('fewer than 0.1 would by chance alone');
  expect(four).toContain('is not told apart');
});
