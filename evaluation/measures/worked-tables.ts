import { noColumns } from '../study/no-columns.ts';
import { MISSING_DAY } from '../study/day.ts';
import {
  BOTH,
  MENTEE,
  type GoalRows,
  type MeetingRows,
  type PairRows,
  type ReviewRows,
} from '../study/program-rows.ts';

/** One pair of a worked example; people of its own unless said otherwise. */
interface WorkedPair {
  readonly mentor?: string;
  readonly made?: number;
  readonly plannedEnd?: number;
  readonly ended?: number;
  readonly endKind?: number;
  readonly rhythmDays?: number;
}

/** Pairs p0, p1 … of a worked example, with mentors m0 … and mentees e0 …; what is not given is not known. */
export function workedPairs(rows: readonly WorkedPair[]): PairRows {
  const table = noColumns.pairs(rows.length);
  for (const [i, { made, plannedEnd, ended, endKind, rhythmDays }] of rows.entries()) {
    if (made !== undefined) table.made[i] = made;
    if (plannedEnd !== undefined) table.plannedEnd[i] = plannedEnd;
    if (ended !== undefined) table.ended[i] = ended;
    table.endKind[i] = endKind ?? 0;
    table.rhythmDays[i] = rhythmDays ?? 0;
  }
  return {
    ...table,
    pair: rows.map((_, i) => `p${i}`),
    mentor: rows.map(({ mentor }, i) => mentor ?? `m${i}`),
    mentee: rows.map((_, i) => `e${i}`),
  };
}

/** Meetings of a worked example: held, and reported by both unless said otherwise. */
export function workedMeetings(
  rows: readonly { readonly pair: string; readonly day: number; readonly reportedBy?: number }[],
): MeetingRows {
  return {
    ...noColumns.meetings(rows.length),
    pair: rows.map(({ pair }) => pair),
    day: Int32Array.from(rows, ({ day }) => day),
    reportedBy: Uint8Array.from(rows, ({ reportedBy }) => reportedBy ?? BOTH),
  };
}

/** Reviews of a worked example; answers about the channel: 0 no, 1 yes, not known when not given. */
export function workedReviews(
  rows: readonly {
    readonly pair: string;
    readonly number: number;
    readonly due?: number;
    readonly done?: number;
    readonly channel?: readonly [mentor: number, mentee: number];
  }[],
): ReviewRows {
  return {
    count: rows.length,
    pair: rows.map(({ pair }) => pair),
    number: Int32Array.from(rows, ({ number }) => number),
    due: Int32Array.from(rows, ({ due }) => due ?? MISSING_DAY),
    done: Int32Array.from(rows, ({ done }) => done ?? MISSING_DAY),
    channelMentor: Uint8Array.from(rows, ({ channel }) => channel?.[0] ?? 2),
    channelMentee: Uint8Array.from(rows, ({ channel }) => channel?.[1] ?? 2),
  };
}

/** One goal of a worked example; what is not given is not known. */
export interface WorkedGoal {
  readonly pair: string;
  readonly area?: string;
  readonly owner?: number;
  readonly mutual?: number;
  readonly baseline?: number;
  readonly target?: number;
  readonly start?: number;
  readonly due?: number;
  /** A step without a value counts as one occasion. */
  readonly progress?: readonly { readonly day: number; readonly value?: number }[];
  readonly state?: number;
}

/** Goals of a worked example; the mentee's own unless said otherwise. */
export function workedGoals(rows: readonly WorkedGoal[]): GoalRows {
  return {
    ...noColumns.goals(rows.length),
    pair: rows.map(({ pair }) => pair),
    goal: rows.map((_, i) => `g${i}`),
    area: rows.map(({ area }) => area ?? ''),
    owner: Uint8Array.from(rows, ({ owner }) => owner ?? MENTEE),
    mutual: Uint8Array.from(rows, ({ mutual }) => mutual ?? 0),
    baseline: Float64Array.from(rows, ({ baseline }) => baseline ?? Number.NaN),
    target: Float64Array.from(rows, ({ target }) => target ?? Number.NaN),
    start: Int32Array.from(rows, ({ start }) => start ?? MISSING_DAY),
    due: Int32Array.from(rows, ({ due }) => due ?? MISSING_DAY),
    progress: rows.map(({ progress }) =>
      (progress ?? []).map(({ day, value }) => ({ day, value: value ?? Number.NaN })),
    ),
    state: Uint8Array.from(rows, ({ state }) => state ?? 0),
  };
}
