import { expect, test } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { planFingerprint } from '../plan/fingerprint.ts';
import type { Plan } from '../plan/plan.ts';
import { dayFromIso } from '../study/day.ts';
import { noEvents, noOrigins } from '../study/empty-rows.ts';
import type { StudyRows } from '../study/rows.ts';

const START = dayFromIso('2025-01-06')!;
const PER_ARM = 40;
const PLAN: Plan = {
  plan: 1,
  design: 'lottery',
  cutoff: '2026-01-31',
  look: '2026-01-31',
  primary: { outcome: 'skill', wave: 'after', months: 10, better: 'higher', matters: 0.5 },
  dimensions: ['site'],
};

/** Drawn people: participants rise by 0 … 1.5 in steps of a half, others not at all; in Kiel half of everybody is silent after. */
function study(): StudyRows {
  const count = 2 * PER_ARM;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const person = numbers.map((i) => `P${String(i).padStart(3, '0')}`);
  const missing = new Int32Array(count).fill(-2147483648);
  const empty = person.map(() => '');
  const kiel = (i: number): boolean => i % 8 < 4;
  const answers = numbers.flatMap((i) => {
    const before = 2 + (i % 5) / 4;
    const rise = i % 2 === 1 ? (Math.floor(i / 2) % 4) / 2 : 0;
    const silent = kiel(i) && i % 4 < 2;
    return [
      { i, wave: 'before', day: START - 3, score: before },
      ...(silent ? [] : [{ i, wave: 'after', day: START + 300, score: before + rise }]),
    ];
  });
  return {
    people: {
      count,
      person,
      cohort: empty,
      arm: Uint8Array.from(numbers, (i) => i % 2),
      index: new Int32Array(count).fill(START),
      role: new Uint8Array(count),
      hired: missing,
      lastSeen: missing,
      mentor: empty,
      stratum: empty,
      probability: new Float64Array(count).fill(Number.NaN),
      tookPart: new Uint8Array(count).fill(2),
      covariates: new Map([
        [
          'site',
          {
            kind: 'category',
            codes: Int32Array.from(numbers, (i) => (kiel(i) ? 1 : 2)),
            levels: ['Kiel', 'Ulm'],
          },
        ],
      ]),
    },
    events: noEvents(),
    scores: {
      count: answers.length,
      person: answers.map(({ i }) => person[i]!),
      wave: answers.map(({ wave }) => wave),
      day: Int32Array.from(answers, ({ day }) => day),
      scale: answers.map(() => 'skill'),
      score: Float64Array.from(answers, ({ score }) => score),
      low: new Float64Array(answers.length).fill(1),
      high: new Float64Array(answers.length).fill(7),
      ...noOrigins(answers.length),
    },
  };
}

function survey(asOf: string) {
  const asked = { asOf: dayFromIso(asOf)!, fingerprint: planFingerprint(PLAN) };
  const answer = evaluate(study(), PLAN, asked);
  if (answer.kind === 'problems') throw new Error(answer.problems[0]!.code);
  return answer.evaluation.survey;
}

test('bins of change: fell, within what matters, rose, rose a lot, each group by itself', () => {
  const [changes] = survey('2026-02-01').changes;
  const [participants, comparison] = changes!.groups;
  // Odd people rise by 0, 0.5, 1, 1.5 in turn; of those in Kiel the ones that rise by 0 are silent after.
  expect(participants).toMatchObject({ who: 'participants', n: 30 });
  expect(participants!.counts.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect(participants!.counts).toEqual([0, 0, 10, 20]);
  expect(comparison).toMatchObject({ who: 'comparison', n: 30, counts: [0, 30, 0, 0], shares: [0, 1, 0, 0] });
});

test('coverage nests: asked, answered, counted; a site that answered far less is named', () => {
  const [coverage] = survey('2026-02-01').coverage;
  expect(coverage!.rows).toEqual([
    { wave: 'before', who: 'participants', asked: 40, answered: 40, counted: 40 },
    { wave: 'before', who: 'comparison', asked: 40, answered: 40, counted: 40 },
    { wave: 'after', who: 'participants', asked: 40, answered: 30, counted: 30 },
    { wave: 'after', who: 'comparison', asked: 40, answered: 30, counted: 30 },
  ]);
  expect(coverage!.apart).toEqual([
    { column: 'site', level: 'Kiel', asked: 40, answered: 20, than: 'less' },
    { column: 'site', level: 'Ulm', asked: 40, answered: 40, than: 'more' },
  ]);
});

test('before the planned look nothing of the answers is told', () => {
  expect(survey('2026-01-01')).toEqual({ reliability: [], items: [], trends: [], changes: [], coverage: [] });
});
