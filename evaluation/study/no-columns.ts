import { MISSING_DAY } from './day.ts';
import { MENTEE, type GoalRows, type MeetingRows, type PairRows, type PromiseRows } from './program-rows.ts';

const texts = (count: number): string[] => new Array<string>(count).fill('');
const days = (count: number): Int32Array => new Int32Array(count).fill(MISSING_DAY);
const numbers = (count: number): Float64Array => new Float64Array(count).fill(Number.NaN);

/** Tables of a length in which nothing is known yet: what a worked example or a file without optional columns starts from. */
export const noColumns = {
  pairs(count: number): PairRows {
    return {
      count,
      pair: texts(count),
      mentor: texts(count),
      mentee: texts(count),
      cohort: texts(count),
      made: days(count),
      plannedEnd: days(count),
      ended: days(count),
      endKind: new Uint8Array(count),
      rhythmDays: new Int32Array(count),
      paused: Array.from({ length: count }, () => []),
    };
  },
  meetings(count: number): MeetingRows {
    return {
      count,
      pair: texts(count),
      day: days(count),
      state: new Uint8Array(count),
      reportedBy: new Uint8Array(count),
    };
  },
  promises(count: number): PromiseRows {
    return {
      count,
      pair: texts(count),
      kind: texts(count),
      due: days(count),
      viewMentor: new Uint8Array(count),
      viewMentee: new Uint8Array(count),
      renegotiatedOn: days(count),
    };
  },
  goals(count: number): GoalRows {
    return {
      count,
      pair: texts(count),
      goal: texts(count),
      owner: new Uint8Array(count).fill(MENTEE),
      mutual: new Uint8Array(count),
      area: texts(count),
      smart: Array.from({ length: 5 }, () => new Uint8Array(count)),
      baseline: numbers(count),
      target: numbers(count),
      unit: texts(count),
      start: days(count),
      due: days(count),
      progress: Array.from({ length: count }, () => []),
      state: new Uint8Array(count),
    };
  },
} as const;
