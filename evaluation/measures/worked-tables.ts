import { noColumns } from '../study/no-columns.ts';
import { BOTH, type MeetingRows, type PairRows } from '../study/program-rows.ts';

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
