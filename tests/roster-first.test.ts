import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureFindings } from '#evaluation/measured.ts';
import type { ReliabilityFinding } from '#evaluation/instruments/reliability.ts';
import type { MeasureFigure } from '#evaluation/measures/measure.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { type Change, changedLife, PAIR_TABLES } from './worlds/life-changes.ts';
import { lifeRows } from './worlds/life-rows.ts';
import { CUTOFF, FIRST_DAY, type Life, programLife } from './worlds/program-life.ts';
import { lawOf, ROSTER_LAWS } from './worlds/roster-laws.ts';

// Requirement G7: closing, silencing or deleting a pair, or erasing a person, never makes a figure better. Every program measure is
// watched; where the design says that something else is right, tests/worlds/roster-laws.ts says what and why.

const SEED = 20_261_125;
/** A short run here; a long one by command: `ROSTER_RUNS=2000 npx vitest run tests/roster-first.test.ts --testTimeout 3600000`. */
const RUNS = Number(process.env.ROSTER_RUNS ?? 60);
const ROUNDING = 1e-9;
const PLAN: Plan = {
  plan: 1,
  design: 'opinions',
  cutoff: '2025-06-30',
  look: '2025-06-30',
  primary: { outcome: 'skill', better: 'higher', matters: 0.2 },
  watchOuts: [{ outcome: 'strain', better: 'lower', matters: 0.2, who: 'mentors' }],
};

/** The scale of the primary outcome, taken to be reliable enough for changes of single people. */
const RELIABLE: ReliabilityFinding = {
  instrument: '',
  version: '',
  scale: 'skill',
  about: 'oneself',
  wave: 'before',
  items: 3,
  n: 60,
  people: 60,
  alpha: { kind: 'figure', value: 0.8, range95: null },
  omega: { kind: 'missing', reason: 'too-few-people', values: { have: 60, need: 100 } },
  flagged: false,
};

interface Watched extends MeasureFigure {
  readonly number: string;
  readonly better: 'higher' | 'lower';
}

/** Every figure of every program measure, by measure, key, wave and topic. */
function figuresOf(rows: StudyRows): Map<string, Watched> {
  const findings = measureFindings(rows, PLAN, { cutoff: CUTOFF, due: true, reliability: [RELIABLE] });
  return new Map(
    findings.flatMap(({ number, better, figures }) =>
      figures.map((figure) => [
        [number, figure.key, figure.wave, figure.topic].join(' '),
        { ...figure, number, better },
      ]),
    ),
  );
}

type Road = (life: Life) => Map<string, Watched>;
const ours: Road = (life) => figuresOf(lifeRows(life));

/** What the changes broke, as sentences; nothing when every law holds. */
function broken(road: Road, life: Life, changes: readonly Change[]): string[] {
  const before = road(life);
  const after = road(changedLife(life, changes));
  return [...before].flatMap(([name, was]) => {
    const is = after.get(name);
    if (typeof was.value !== 'number' || typeof is?.value !== 'number') return [];
    const law = lawOf(was.number, was.key);
    if (!law) return [`${name} has no law`];
    const direction = (law.better ?? was.better) === 'higher' ? 1 : -1;
    const gain = direction * (is.value - was.value);
    const seen = law.rowsOf !== undefined && is.asked < was.asked && changes.some(takesRows);
    if (law.law === 'never-better' && gain > ROUNDING && !seen)
      return [`${name} got better: ${was.value} (${was.asked}) to ${is.value} (${is.asked})`];
    if (law.boundsHold && !changes.some(takesRows)) {
      const [inner, outer] = [was, is].map(
        ({ bounds, value }) => bounds ?? [value as number, value as number],
      );
      if (inner![0] < outer![0] - ROUNDING || inner![1] > outer![1] + ROUNDING)
        return [
          `${name}: bounds ${outer!.join(' to ')} do not hold what was possible before, ${inner!.join(' to ')}`,
        ];
    }
    return [];
  });
}

/** Whether rows leave the files for good. */
function takesRows({ kind }: Change): boolean {
  return kind === 'delete-rows' || kind === 'forget-meetings';
}

const pair = fc.nat(59);
const day = fc.integer({ min: FIRST_DAY, max: CUTOFF });
const side = fc.constantFrom(1 as const, 2 as const);
const staying: fc.Arbitrary<Change>[] = [
  fc.record({ kind: fc.constant('close' as const), pair, day }),
  fc.record({ kind: fc.constant('mute' as const), pair, day }),
  fc.record({ kind: fc.constant('unconfirm' as const), pair, day, side }),
  fc.record({ kind: fc.constant('erase' as const), pair, side }),
];
const going: fc.Arbitrary<Change>[] = [
  fc.record({ kind: fc.constant('forget-meetings' as const), pair, day }),
  fc.record({ kind: fc.constant('delete-rows' as const), pair, table: fc.constantFrom(...PAIR_TABLES) }),
];
const program = fc.record({ seed: fc.nat(100_000), pairs: fc.integer({ min: 8, max: 60 }) });

function watch(road: Road, changes: readonly fc.Arbitrary<Change>[], numRuns: number) {
  return fc.check(
    fc.property(
      program,
      fc.array(fc.oneof(...changes), { minLength: 1, maxLength: 8 }),
      ({ seed, pairs }, made) => {
        const found = broken(road, programLife(seed, pairs), made);
        if (found.length > 0) throw new Error(found.join('\n'));
      },
    ),
    { seed: SEED, numRuns },
  );
}

function expectHeld(outcome: ReturnType<typeof watch>): void {
  expect(
    outcome.failed ? `${String(outcome.errorInstance)} ${JSON.stringify(outcome.counterexample)}` : 'held',
  ).toBe('held');
}

describe('no figure gets better', () => {
  test('when pairs are closed or muted, reports are taken back or people erased', () => {
    expectHeld(watch(ours, staying, RUNS));
  });

  test('when meetings or whole tables of pairs are deleted, unless its printed denominator shrinks', () => {
    expectHeld(watch(ours, [...staying, ...going], RUNS));
  });
});

describe('the watch is awake', () => {
  /** A program that computes on the pairs that are left: neither ended nor without a meeting for two months. */
  const remainingOnly: Road = (life) => {
    const left = life.pairs.filter(
      ({ pair: key, ended }) =>
        (ended === undefined || ended > CUTOFF) &&
        life.meetings.some(
          (meeting) => meeting.pair === key && meeting.day > CUTOFF - 60 && meeting.day <= CUTOFF,
        ),
    );
    return ours({ ...life, pairs: left });
  };

  /** One that takes what both said for everything that was due. */
  const answeredOnly: Road = (life) =>
    ours({ ...life, promises: life.promises.filter(({ mentor, mentee }) => mentor !== 0 && mentee !== 0) });

  test('it finds a program that computes on remaining pairs only', () => {
    const outcome = watch(remainingOnly, staying, 100);
    expect(outcome.failed).toBe(true);
    expect(String(outcome.errorInstance)).toMatch(/got better/);
  });

  test('on remaining pairs only, closing the worst pair raises days on rhythm, the say-do rate and the parts of goals', () => {
    const closings = Array.from({ length: 15 }, (_, i): Change => ({
      kind: 'close',
      pair: i,
      day: CUTOFF - 30,
    }));
    const found = closings
      .flatMap((closing) => broken(remainingOnly, programLife(7, 30), [closing]))
      .join('\n');
    for (const figure of ['M13 days', 'M10 kept', 'M12 items', 'M21 parts'])
      expect(found).toMatch(new RegExp(`^${figure} .*got better`, 'm'));
    expect(closings.flatMap((closing) => broken(ours, programLife(7, 30), [closing]))).toEqual([]);
  });

  test('it finds a program that forgets the unanswered', () => {
    const outcome = watch(answeredOnly, staying, 100);
    expect(outcome.failed).toBe(true);
    expect(String(outcome.errorInstance)).toMatch(/M10 kept|M17 exact/);
  });

  test('every figure of a program has a law, and every law a figure', () => {
    const names = [...ours(programLife(1, 60)).values()].map(({ number, key }) => `${number} ${key}`);
    expect(names.filter((name) => lawOf(name.slice(0, 3), name.slice(4)) === undefined)).toEqual([]);
    const used = new Set(names.flatMap((name) => [name, name.slice(0, 3)]));
    const idle = Object.keys(ROSTER_LAWS).filter((law) => !used.has(law));
    // No made-up program has invitations on file.
    expect(idle.filter((law) => law !== 'M25')).toEqual([]);
  });
});
