import { expect, test } from 'vitest';
import { disclose } from './disclosure/disclose.ts';
import { evaluate } from './evaluate.ts';
import { planFingerprint } from './plan/fingerprint.ts';
import type { DesignId, Plan } from './plan/plan.ts';
import { dayFromIso } from './study/day.ts';
import { noEvents } from './study/empty-rows.ts';
import type { ScoreRows, StudyRows } from './study/rows.ts';

const START = dayFromIso('2025-01-06')!;
const PER_ARM = 40;

/** Two arms drawn by lot that answer before and after; each row says by which version of the questions. */
function study(versionOf: (wave: 'before' | 'after', arm: number, i: number) => string): StudyRows {
  const count = 2 * PER_ARM;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const person = numbers.map((i) => `P${String(i).padStart(3, '0')}`);
  const arm = Uint8Array.from(numbers, (i) => i % 2);
  const missing = new Int32Array(count).fill(-2147483648);
  const empty = person.map(() => '');
  const answers = (['before', 'after'] as const).flatMap((wave) =>
    numbers.map((i) => ({
      person: person[i]!,
      wave,
      score: 2 + ((i * 7) % 13) / 6 + (wave === 'after' ? 0.2 + 0.3 * arm[i]! + ((i * 5) % 7) / 10 : 0),
      version: versionOf(wave, arm[i]!, i),
    })),
  );
  const scores: ScoreRows = {
    count: answers.length,
    person: answers.map((answer) => answer.person),
    wave: answers.map(({ wave }) => wave),
    day: Int32Array.from(answers, ({ wave }) => (wave === 'before' ? START - 3 : START + 300)),
    scale: answers.map(() => 'skill'),
    score: Float64Array.from(answers, ({ score }) => score),
    low: new Float64Array(answers.length).fill(1),
    high: new Float64Array(answers.length).fill(7),
    about: answers.map(() => ''),
    instrument: answers.map(({ version }) => (version === '' ? '' : 'theirs')),
    version: answers.map(({ version }) => version),
    nItems: new Int32Array(answers.length),
  };
  return {
    people: {
      count,
      person,
      cohort: empty,
      arm,
      index: new Int32Array(count).fill(START),
      role: new Uint8Array(count),
      hired: missing,
      lastSeen: missing,
      mentor: person.map((_, i) => (arm[i] === 1 ? `M${i % 20}` : '')),
      stratum: empty,
      probability: new Float64Array(count).fill(Number.NaN),
      tookPart: new Uint8Array(count).fill(2),
      covariates: new Map(),
    },
    events: noEvents(),
    scores,
  };
}

function found(design: DesignId, versionOf: Parameters<typeof study>[0]) {
  const plan: Plan = {
    plan: 1,
    design,
    cutoff: '2026-01-31',
    look: '2026-01-31',
    primary: { outcome: 'skill', wave: 'after', months: 10, better: 'higher', matters: 0.2 },
  };
  const asked = { asOf: dayFromIso('2026-02-01')!, fingerprint: planFingerprint(plan) };
  const answer = evaluate(study(versionOf), plan, asked);
  if (answer.kind === 'problems') throw new Error(answer.problems.map(({ code }) => code).join());
  return {
    inside: answer.evaluation.findings[0]!,
    shown: disclose(answer.evaluation).findings[0]!,
  };
}

const CHANGED = { id: 'F9', effect: 'words-only', values: { versions: 'theirs 1, theirs 2' } };

test.each(['lottery', 'before-after-comparison'] as const)(
  'under the design %s another version between the waves leaves words only, without a difference',
  (design) => {
    const { inside, shown } = found(design, (wave) => (wave === 'before' ? '1' : '2'));
    expect(inside.gates).toContainEqual(CHANGED);
    expect(inside.verdict).toBe('none');
    expect([shown.shown!.estimate, shown.shown!.range95]).toEqual([null, null]);
  },
);

test('before and after alone no change is computed, with the reason', () => {
  const { inside } = found('before-after', (wave) => (wave === 'before' ? '1' : '2'));
  expect(inside.exact).toBeNull();
  expect(inside.missing).toEqual({ reason: 'instrument-changed', values: CHANGED.values });
  expect(inside.gates).toEqual([CHANGED]);
});

test('groups that answered different versions at one wave are not compared either', () => {
  const { inside } = found('lottery', (_, arm) => (arm === 1 ? '1' : '2'));
  expect(inside.gates).toContainEqual(CHANGED);
});

test('opinions of one wave do not mind what was asked before, but do mind two versions at once', () => {
  expect(found('opinions', (wave) => (wave === 'before' ? '1' : '2')).inside.gates).toEqual([]);
  expect(found('opinions', (_, __, i) => String(1 + (i % 4 < 2 ? 0 : 1))).inside.missing).toMatchObject({
    reason: 'instrument-changed',
  });
});

test('one version throughout, or rows that name none, are compared as ever', () => {
  for (const version of ['1', '']) {
    const { inside } = found('lottery', () => version);
    expect(inside.gates.map(({ id }) => id)).not.toContain('F9');
    expect(inside.exact!.estimate).toBeCloseTo(0.3, 0);
  }
});
