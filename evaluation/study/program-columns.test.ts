import { describe, expect, test } from 'vitest';
import { madeRows } from '#tests/worlds/made-rows.ts';
import { workedGoals, workedPairs } from '../measures/worked-tables.ts';
import type { Plan } from '../plan/plan.ts';
import { dayFromIso, MISSING_DAY } from './day.ts';
import { programColumns } from './program-columns.ts';
import type { ProgramRows } from './program-rows.ts';
import type { StudyRows } from './rows.ts';

const CUTOFF = dayFromIso('2026-06-15')!;
const PLAN: Plan = {
  plan: 1,
  design: 'opinions',
  cutoff: '2026-06-15',
  look: '2026-06-15',
  primary: { outcome: 'skill', better: 'higher', matters: 0.2 },
};

/** Enrolments of mentees, from a day on. */
function enrolled(rows: readonly (readonly [person: string, from: number])[]) {
  return {
    count: rows.length,
    person: rows.map(([person]) => person),
    role: new Uint8Array(rows.length),
    from: Int32Array.from(rows, ([, from]) => from),
    plannedTo: new Int32Array(rows.length).fill(MISSING_DAY),
    to: new Int32Array(rows.length).fill(MISSING_DAY),
    endKind: new Uint8Array(rows.length),
  };
}

const study = (program: Partial<ProgramRows>, people: Parameters<typeof madeRows>[0] = []): StudyRows => ({
  ...madeRows(people),
  program: program as ProgramRows,
});

describe('the roster of people', () => {
  test('holds who was enrolled by the cut-off, not who comes later', () => {
    const enrolments = enrolled([
      ['ann', CUTOFF],
      ['ben', CUTOFF + 1],
    ]);
    const columns = programColumns(study({ enrolments }), PLAN, CUTOFF);
    expect(columns.enrolled!.person).toEqual(['ann']);
    expect(columns.enrolments!.person).toEqual(['ann']);
  });

  test('leaves out who is in other cohorts only, by the people file or the pairs; who is in none stays', () => {
    const plan = { ...PLAN, cohorts: ['2026'] };
    const enrolments = enrolled(['ann', 'ben', 'cleo', 'dev'].map((key) => [key, CUTOFF - 100]));
    const pairs = { ...workedPairs([{ made: CUTOFF - 100 }]), mentee: ['ben'], cohort: ['2025'] };
    const people = [
      { key: 'ann', arm: 1 as const, index: CUTOFF - 100, cohort: '2026' },
      { key: 'cleo', arm: 1 as const, index: CUTOFF - 500, cohort: '2025' },
      { key: 'cleo', arm: 1 as const, index: CUTOFF - 100, cohort: '2026' },
    ];
    const columns = programColumns(study({ enrolments, pairs }, people), plan, CUTOFF);
    expect(columns.enrolled!.person).toEqual(['ann', 'cleo', 'dev']);
  });

  test('by the people file holds who has started by the cut-off', () => {
    const people = [
      { key: 'ann', arm: 1 as const, index: CUTOFF },
      { key: 'ben', arm: 1 as const, index: CUTOFF + 1 },
    ];
    expect(programColumns(madeRows(people), PLAN, CUTOFF).enrolled!.person).toEqual(['ann']);
  });
});

test('goals that start after the cut-off are not made yet; one without a start counts', () => {
  const goals = workedGoals([
    { pair: 'p0', start: CUTOFF },
    { pair: 'p0', start: CUTOFF + 1 },
    { pair: 'p0' },
  ]);
  const columns = programColumns(study({ pairs: workedPairs([{}]), goals }), PLAN, CUTOFF);
  expect(columns.goals!.goal).toEqual(['g0', 'g2']);
});

test('minutes of later months were not asked yet', () => {
  const asked = {
    count: 2,
    role: Uint8Array.of(0, 0),
    month: ['2026-06', '2026-07'],
    minutes: Float64Array.of(5, 7),
  };
  expect([...programColumns(study({ asked }), PLAN, CUTOFF).asked!.minutes]).toEqual([5]);
});

test('opportunities are those of participants of the cohorts of the plan', () => {
  const people = ['2025', '2026'].map((cohort, i) => ({
    key: `p${i}`,
    arm: 1 as const,
    index: CUTOFF - 100,
    cohort,
    events: [{ day: CUTOFF - 50, kind: 'opportunity' as const }],
  }));
  const columns = programColumns(madeRows(people), { ...PLAN, cohorts: ['2026'] }, CUTOFF);
  expect(columns.careers!.person).toEqual(['p1']);
});
