import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import type { Plan, PlannedOutcome } from '../plan/plan.ts';
import { dataExpects } from './data-expects.ts';
import { foreseen } from './foreseen.ts';
import { type Sources, expectedOutcome, expectedPeople } from './expectations.ts';
import { type Visibility, visibilityOf } from './visibility.ts';
import { noEvents, noOrigins } from '../study/empty-rows.ts';

const skill: PlannedOutcome = { outcome: 'skill', better: 'higher', matters: 0.2 };
const promotion: PlannedOutcome = { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 };
/** The plan of the demo: 160 and 320 people, 85 and 80 in 100 answer. */
const demo: Sources = {
  asked: {},
  plan: {
    participants: 160,
    comparison: 320,
    answered: 0.85,
    comparisonAnswered: 0.8,
    outcomes: { skill: { spread: 0.75, correlation: 0.6 }, promotion: { share: 0.15 } },
  },
  data: {},
};

function seen(
  sources: Sources,
  outcome: PlannedOutcome,
  more: Partial<Parameters<typeof visibilityOf>[0]> = {},
) {
  const people = expectedPeople(sources);
  const expected = expectedOutcome(sources, outcome);
  if ('lacks' in people || 'lacks' in expected) throw new Error('something is not said');
  return visibilityOf({
    outcome,
    role: 'primary',
    expected,
    people,
    design: 'matched',
    family: 0,
    answers: expected.kind === 'share' ? 'records' : 'survey',
    ...more,
  });
}

test('the demo sees 0.178 points of skill, and 0.20 in 88 of 100; clearly in 2.5 of 100, as always at what matters', () => {
  const found = seen(demo, skill) as Visibility;
  expect(found.detectable!.toFixed(3)).toBe('0.178');
  expect(found.chances[0]!.some.toFixed(2)).toBe('0.88');
  expectClose(found.chances[0]!.clear, 0.025, 1e-9);
  expect(found.known).toEqual([136, 256]);
});

test('the demo sees promotions rise from 15 to 26.2 in 100, a rise to 20 in 27 of 100, and needs 703 and 1 406 people', () => {
  const found = seen(demo, promotion) as Visibility;
  expect((100 * (0.15 + found.detectable!)).toFixed(1)).toBe('26.2');
  expect(found.chances[0]!.some.toFixed(2)).toBe('0.27');
  expect(found.needed).toEqual([703, 1406]);
});

test('people who do not answer must be started with as well', () => {
  const found = seen(demo, skill) as Visibility;
  const [participants, comparison] = found.needed;
  const again = { ...demo, asked: { participants, comparison } };
  expect((seen(again, skill) as Visibility).own.chance).toBeGreaterThanOrEqual(0.8);
  const fewer = { ...demo, asked: { participants: participants - 2, comparison: comparison - 4 } };
  expect((seen(fewer, skill) as Visibility).own.chance).toBeLessThan(0.8);
});

test('mentees who share a mentor count for less: 4 each, correlation 0.1, make 1.3 times the variance of participants', () => {
  const shared = { ...demo, asked: { menteesPerMentor: 4 } };
  const found = seen(shared, skill) as Visibility;
  expectClose(found.designEffect, 1.3, 1e-12);
  // By hand: 2.8016 × 0.75 × √(1 − 0.36) × √(1.3 / 136 + 1 / 256).
  expectClose(found.detectable!, 2.801585 * 0.6 * Math.sqrt(1.3 / 136 + 1 / 256), 1e-6);
});

test('a comparison of changes sees less where before and after hang together little, and one of K outcomes needs more', () => {
  const change = seen(demo, skill, { design: 'before-after-comparison' }) as Visibility;
  const spread = 0.75 * Math.sqrt(2 * (1 - 0.6));
  expectClose(change.detectable!, 2.801585 * spread * Math.sqrt(1 / 136 + 1 / 256), 1e-6);
  const also = seen(demo, skill, { role: 'also', family: 5 }) as Visibility;
  const plain = seen(demo, skill) as Visibility;
  expect([also.detectable, also.chances, plain.amongSeveral]).toEqual([
    plain.detectable,
    plain.chances,
    null,
  ]);
  // R: pnorm(0.2 / (0.6 * sqrt(1/136 + 1/256)) - qnorm(1 - 0.05/10)).
  expect(also.amongSeveral!.of).toBe(5);
  expectClose(also.amongSeveral!.some, 0.71416186867442255, 1e-9);
});

test('the curve falls with the number of people and goes through the planned one', () => {
  const { curve, own } = seen(demo, promotion) as Visibility;
  curve.slice(1).forEach((point, i) => {
    const before = curve[i]!.detectable;
    if (before !== null) expect(point.detectable!).toBeLessThan(before);
    expect(point.chance).toBeGreaterThan(curve[i]!.chance);
  });
  expect(curve[0]!.participants).toBeLessThan(own.participants);
  expect(curve.at(-1)!.participants).toBeGreaterThan(own.participants);
});

test('a share that what matters would carry beyond everybody has no room', () => {
  const nearly = { ...demo, asked: { outcomes: { promotion: { share: 0.97 } } } };
  expect(seen(nearly, promotion)).toEqual({ lacks: 'room' });
  expect(seen(nearly, { ...promotion, better: 'lower' })).toHaveProperty('detectable');
});

test('what is asked goes before the plan, the plan before the data, the data before the usual', () => {
  const sources = {
    asked: { participants: 10 },
    plan: { participants: 20, comparison: 40 },
    data: { comparison: 50, menteesPerMentor: 2 },
  };
  expect(expectedPeople(sources)).toMatchObject({
    participants: { value: 10, from: 'asked' },
    comparison: { value: 40, from: 'plan' },
    menteesPerMentor: { value: 2, from: 'data' },
    answered: { value: 0.85, from: 'usual' },
  });
  expect(expectedPeople({ asked: {}, plan: {}, data: {} })).toEqual({ lacks: 'participants' });
  expect(expectedOutcome({ asked: {}, plan: {}, data: {} }, skill)).toEqual({ lacks: 'spread' });
  expect(expectedOutcome({ asked: {}, plan: {}, data: {} }, promotion)).toEqual({ lacks: 'share' });
});

test('files say how many people, mentees per mentor and how widely answers before the start spread, never those after', () => {
  const count = 40;
  const person = Array.from({ length: count }, (_, i) => `P${i}`);
  const waves = ['before', 'after'];
  const rows = waves.flatMap((wave) =>
    person.map((key, i) => ({ key, wave, score: wave === 'after' ? 99 * i : i % 2 })),
  );
  const empty = person.map(() => '');
  const none = new Int32Array(count);
  const facts = dataExpects({
    people: {
      count,
      person,
      cohort: empty,
      arm: Uint8Array.from(person, (_, i) => (i < 12 ? 1 : 0)),
      index: none,
      role: new Uint8Array(count),
      hired: none,
      lastSeen: none,
      mentor: person.map((_, i) => (i >= 12 ? '' : i < 3 ? 'A' : i < 6 ? 'B' : 'C')),
      stratum: empty,
      probability: new Float64Array(count),
      tookPart: new Uint8Array(count),
      covariates: new Map(),
    },
    events: noEvents(),
    scores: {
      count: rows.length,
      person: rows.map(({ key }) => key),
      wave: rows.map(({ wave }) => wave),
      day: new Int32Array(rows.length),
      scale: rows.map(() => 'joy'),
      score: Float64Array.from(rows, ({ score }) => score),
      low: new Float64Array(rows.length),
      high: new Float64Array(rows.length),
      ...noOrigins(rows.length),
    },
  });
  expect(facts).toMatchObject({ participants: 12, comparison: 28, menteesPerMentor: 4 });
  // Three mentors with 3, 3 and 6: standard deviation √3.
  expectClose(facts.mentorVariation!, Math.sqrt(3) / 4, 1e-12);
  // Twenty zeros and twenty ones: √(40 × 0.25 ÷ 39).
  expectClose(facts.outcomes!['joy']!.spread!, Math.sqrt(10 / 39), 1e-12);
});

test('an outcome of mentors is seen by mentors and colleagues like them, each alone; without their number it is not foreseen', () => {
  const strain: PlannedOutcome = { outcome: 'strain', who: 'mentors', better: 'lower', matters: 0.2 };
  const plan: Plan = {
    plan: 1,
    design: 'matched',
    cutoff: '2029-01-01',
    look: '2029-01-01',
    primary: strain,
  };
  const plain = {
    participants: 160,
    comparison: 320,
    menteesPerMentor: 4,
    outcomes: { strain: { spread: 0.8 } },
  };
  const lacking = foreseen(plan, { asked: plain, plan: {}, data: {} });
  expect(lacking).toMatchObject({ outcomes: [], unforeseen: [{ lacks: 'mentors' }] });
  const asked = { ...plain, mentors: 100, comparisonMentors: 150 };
  const found = foreseen(plan, { asked, plan: {}, data: {} });
  if ('lacks' in found) throw new Error(found.lacks);
  expect(found.outcomes[0]!.known).toEqual([85, 120]);
  // By hand: 2.8016 × 0.8 × √(1 − 0.25) × √(1 / 85 + 1 / 120).
  expectClose(
    found.outcomes[0]!.detectable!,
    2.801585 * 0.8 * Math.sqrt(0.75) * Math.sqrt(1 / 85 + 1 / 120),
    1e-6,
  );
});
