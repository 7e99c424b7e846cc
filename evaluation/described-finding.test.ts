import { expect, test } from 'vitest';
import { disclose } from './disclosure/disclose.ts';
import { evaluate } from './evaluate.ts';
import { planFingerprint } from './plan/fingerprint.ts';
import type { Plan } from './plan/plan.ts';
import { dayFromIso } from './study/day.ts';
import { noEvents, noOrigins } from './study/empty-rows.ts';
import type { StudyRows } from './study/rows.ts';

/** R's `sleep` data: extra hours of ten people under two drugs, paired; the change is 1.58 (0.7001142367 to 2.4598857633). */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const START = dayFromIso('2025-01-06')!;

function participants(
  count: number,
  scores: readonly { wave: string; value: (i: number) => number | undefined }[],
  ends: readonly [number, number],
): StudyRows {
  const person = Array.from({ length: count }, (_, i) => `P${String(i).padStart(3, '0')}`);
  const asked = scores.flatMap(({ wave, value }) =>
    person.flatMap((key, i) => (value(i) === undefined ? [] : [{ key, wave, score: value(i)! }])),
  );
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
      mentor: empty,
      stratum: empty,
      probability: new Float64Array(count).fill(Number.NaN),
      tookPart: new Uint8Array(count).fill(2),
      covariates: new Map(),
    },
    events: noEvents(),
    scores: {
      count: asked.length,
      person: asked.map(({ key }) => key),
      wave: asked.map(({ wave }) => wave),
      day: Int32Array.from(asked, ({ wave }) => (wave === 'before' ? START - 3 : START + 300)),
      scale: asked.map(() => 'joy'),
      score: Float64Array.from(asked, ({ score }) => score),
      low: new Float64Array(asked.length).fill(ends[0]),
      high: new Float64Array(asked.length).fill(ends[1]),
      ...noOrigins(asked.length),
    },
  };
}

function findingOf(rows: StudyRows, design: 'before-after' | 'opinions') {
  const plan: Plan = {
    plan: 1,
    design,
    cutoff: '2026-06-30',
    look: '2026-06-30',
    primary: { outcome: 'joy', wave: 'after', months: 10, better: 'higher', matters: 0.2 },
  };
  const evaluated = evaluate(rows, plan, {
    asOf: dayFromIso('2026-11-25')!,
    fingerprint: planFingerprint(plan),
  });
  if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
  return { exact: evaluated.evaluation.findings[0]!, shown: disclose(evaluated.evaluation).findings[0]! };
}

test("the change of participants alone is R's paired t interval, without a verdict", () => {
  const rows = participants(
    10,
    [
      { wave: 'before', value: (i) => FIRST[i] },
      { wave: 'after', value: (i) => SECOND[i] },
    ],
    [-5, 10],
  );
  const { exact } = findingOf(rows, 'before-after');
  expect(exact.verdict).toBe('none');
  expect(exact.grade).toBe('C');
  expect(exact.exact!.estimate).toBeCloseTo(1.58, 12);
  expect(exact.exact!.range95![0]).toBeCloseTo(0.7001142367, 9);
  expect(exact.exact!.range95![1]).toBeCloseTo(2.4598857633, 9);
});

test('who answered only once is asked but not in the change', () => {
  const rows = participants(
    12,
    [
      { wave: 'before', value: (i) => FIRST[i % 10] },
      { wave: 'after', value: (i) => SECOND[i] },
    ],
    [-5, 10],
  );
  expect(findingOf(rows, 'before-after').exact.exact!.groups[0]).toMatchObject({ n: 10, asked: 12 });
});

test('twelve of twenty satisfied with fourteen answers lies between 60 and 90 in 100', () => {
  const rows = participants(
    20,
    [{ wave: 'after', value: (i) => (i < 12 ? 5 : i < 14 ? 2 : undefined) }],
    [1, 5],
  );
  const { exact, shown } = findingOf(rows, 'opinions');
  expect(exact.exact!.bounds).toEqual([0.6, 0.9]);
  expect(exact.exact!.groups[0]).toMatchObject({ n: 14, asked: 20, count: 12 });
  expect(shown.shown!.groups[0]).toMatchObject({ value: null, count: 12, words: null });
});

test.each([
  ['2025-12-01', true],
  ['2026-06-30', false],
  ['2026-09-01', false],
])('a lock stated for %s, with data up to 2026-06-30, counts as before results: %s', (on, before) => {
  const rows = participants(20, [{ wave: 'after', value: () => 4 }], [1, 5]);
  const plan: Plan = {
    plan: 1,
    design: 'opinions',
    cutoff: '2026-06-30',
    look: '2026-06-30',
    primary: { outcome: 'joy', better: 'higher', matters: 0.2 },
    locked: { on, by: 'the evaluators' },
  };
  const evaluated = evaluate(rows, plan, {
    asOf: dayFromIso('2026-11-25')!,
    fingerprint: planFingerprint(plan),
  });
  expect(evaluated.kind === 'evaluation' && evaluated.evaluation.planLocked).toBe(before);
});
