import { expect, test } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { planFingerprint } from '../plan/fingerprint.ts';
import type { Plan } from '../plan/plan.ts';
import { dayFromIso } from '../study/day.ts';
import { noEvents, noOrigins } from '../study/empty-rows.ts';
import type { StudyRows } from '../study/rows.ts';

const START = dayFromIso('2025-01-06')!;
const PLAN: Plan = {
  plan: 1,
  design: 'before-after',
  cutoff: '2026-06-30',
  look: '2026-06-30',
  primary: { outcome: 'skill', better: 'higher', matters: 0.2 },
};

/** Mentees whose trust and skill follow a rule that R can repeat; four share a mentor. */
function mentees(count: number): StudyRows {
  const ids = Array.from({ length: count }, (_, i) => i);
  const person = ids.map((i) => `P${String(i).padStart(3, '0')}`);
  const trust = ids.map((i) => 1 + ((i * 7) % 5));
  const skill = ids.map((i) => 2 + 0.3 * trust[i]! + ((i * 11) % 7) / 10);
  const answers = ids.flatMap((i) => [
    { i, wave: 'during1', scale: 'trust', score: trust[i]!, about: `M${Math.floor(i / 4)}` },
    { i, wave: 'before', scale: 'skill', score: 3, about: '' },
    { i, wave: 'after', scale: 'skill', score: skill[i]!, about: '' },
    // The mentor's view of the mentee is not the mentee's own score.
    { i, wave: 'after', scale: 'skill', score: 1, about: 'somebody else' },
  ]);
  const empty = person.map(() => '');
  const missing = new Int32Array(count).fill(-2147483648);
  return {
    people: {
      count,
      person,
      cohort: empty,
      arm: new Uint8Array(count).fill(1),
      index: new Int32Array(count).fill(START),
      role: new Uint8Array(count),
      hired: missing,
      lastSeen: missing,
      mentor: ids.map((i) => `M${Math.floor(i / 4)}`),
      stratum: empty,
      probability: new Float64Array(count).fill(Number.NaN),
      tookPart: new Uint8Array(count).fill(2),
      covariates: new Map(),
    },
    events: noEvents(),
    scores: {
      count: answers.length,
      person: answers.map(({ i }) => person[i]!),
      wave: answers.map(({ wave }) => wave),
      day: Int32Array.from(answers, ({ wave }) => (wave === 'before' ? START : START + 200)),
      scale: answers.map(({ scale }) => scale),
      score: Float64Array.from(answers, ({ score }) => score),
      low: new Float64Array(answers.length).fill(1),
      high: new Float64Array(answers.length).fill(5),
      ...noOrigins(answers.length),
      about: answers.map(({ about }) => about),
    },
  };
}

function linkOf(rows: StudyRows, plan: Plan = PLAN) {
  const evaluated = evaluate(rows, plan, {
    asOf: dayFromIso('2026-07-01')!,
    fingerprint: planFingerprint(plan),
  });
  if (evaluated.kind !== 'evaluation') throw new Error('not evaluated');
  return evaluated.evaluation.links;
}

test('the slope on standardised trust and its range are those of R, clustered by mentor (lm, clubSandwich)', () => {
  const [link] = linkOf(mentees(40));
  expect(link).toMatchObject({ outcome: 'skill', n: 40, asked: 40, wave: 'during1' });
  if (!link || 'reason' in link.slope) throw new Error('no slope');
  expect(link.slope.estimate).toBeCloseTo(0.427878637238561, 10);
  expect(link.slope.range95![0]).toBeCloseTo(0.339007275883516, 8);
  expect(link.slope.range95![1]).toBeCloseTo(0.516749998593606, 8);
});

test('below thirty participants with both values there is no slope, and the reason says how many there are', () => {
  expect(linkOf(mentees(29))[0]!.slope).toEqual({ reason: 'too-few-people', values: { have: 29, need: 30 } });
});

test('trust that was never asked gives no link, and trust itself is not linked with trust', () => {
  const rows = mentees(40);
  const without = { ...rows, scores: { ...rows.scores, scale: rows.scores.scale.map(() => 'skill') } };
  expect(linkOf(without)).toEqual([]);
  const primary = { ...PLAN.primary, outcome: 'trust' };
  expect(linkOf(rows, { ...PLAN, primary })).toEqual([]);
});
