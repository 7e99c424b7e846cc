import type { MadeScore } from '../measures/made-scores.ts';
import { madeScores } from '../measures/made-scores.ts';
import type { Plan } from '../plan/plan.ts';
import { evaluate } from '../evaluate.ts';
import { planFingerprint } from '../plan/fingerprint.ts';
import { dayFromIso } from '../study/day.ts';
import { noEvents } from '../study/empty-rows.ts';
import { noColumns } from '../study/no-columns.ts';
import type { MeetingRows, PairRows, ProgramRows } from '../study/program-rows.ts';
import type { Covariate, StudyRows } from '../study/rows.ts';

export const START = dayFromIso('2026-01-05')!;
export const END = dayFromIso('2026-12-31')!;

/** A program of participants p0, p1 … with mentors m0, m1 …, each with a mentor of their own. */
export interface MadeProgram {
  readonly count: number;
  readonly scores: readonly (MadeScore & { readonly day?: number })[];
  /** Days since the start of the meetings that both noted, pair by pair. */
  readonly meetings?: (pair: number) => readonly number[];
  readonly rhythmDays?: number;
  readonly covariates?: Readonly<Record<string, (person: number) => string>>;
  readonly program?: Partial<ProgramRows>;
  readonly plan?: Partial<Plan>;
}

const PLAN: Plan = {
  plan: 1,
  design: 'before-after',
  cutoff: '2026-12-31',
  look: '2026-12-31',
  primary: { outcome: 'skill', better: 'higher', matters: 0.2 },
};

const NO_TABLES: ProgramRows = {
  enrolments: null,
  pairs: null,
  meetings: null,
  promises: null,
  areas: null,
  goals: null,
  reviews: null,
  actions: null,
  feedback: null,
  understanding: null,
  gates: null,
  asked: null,
  costs: null,
  roster: null,
  answers: null,
};

/** The evaluation of a made program at its end. */
export function evaluationOf(made: MadeProgram) {
  const plan = { ...PLAN, ...made.plan };
  const evaluated = evaluate(rowsOf(made), plan, { asOf: END + 30, fingerprint: planFingerprint(plan) });
  if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
  return evaluated.evaluation;
}

function rowsOf({ count, scores, meetings, rhythmDays, covariates = {}, program }: MadeProgram): StudyRows {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const empty = numbers.map(() => '');
  const missing = new Int32Array(count).fill(-2147483648);
  const pairs: PairRows = {
    ...noColumns.pairs(count),
    pair: numbers.map((i) => `q${i}`),
    mentor: numbers.map((i) => `m${i}`),
    mentee: numbers.map((i) => `p${i}`),
    made: new Int32Array(count).fill(START),
    rhythmDays: new Int32Array(count).fill(rhythmDays ?? 0),
  };
  return {
    people: {
      count,
      person: numbers.map((i) => `p${i}`),
      cohort: empty,
      arm: new Uint8Array(count).fill(1),
      index: new Int32Array(count).fill(START),
      role: new Uint8Array(count),
      hired: missing,
      lastSeen: missing,
      mentor: numbers.map((i) => `m${i}`),
      stratum: empty,
      probability: new Float64Array(count).fill(Number.NaN),
      tookPart: new Uint8Array(count).fill(2),
      covariates: new Map(
        Object.entries(covariates).map(([name, level]) => [name, columnOf(numbers.map(level))]),
      ),
    },
    events: noEvents(),
    scores: {
      ...madeScores(scores),
      day: Int32Array.from(scores, ({ wave, day }) => day ?? (wave === 'before' ? START : END - 10)),
    },
    program: { ...NO_TABLES, pairs, meetings: meetings ? meetingsOf(numbers, meetings) : null, ...program },
  };
}

function columnOf(values: readonly string[]): Covariate {
  const levels = [...new Set(values)].filter((value) => value !== '').sort();
  return {
    kind: 'category',
    codes: Int32Array.from(values, (value) => (value === '' ? 0 : levels.indexOf(value) + 1)),
    levels,
  };
}

function meetingsOf(pairs: readonly number[], daysOf: (pair: number) => readonly number[]): MeetingRows {
  const rows = pairs.flatMap((pair) => daysOf(pair).map((day) => ({ pair, day })));
  return {
    ...noColumns.meetings(rows.length),
    pair: rows.map(({ pair }) => `q${pair}`),
    day: Int32Array.from(rows, ({ day }) => START + day),
    reportedBy: new Uint8Array(rows.length).fill(3),
  };
}
