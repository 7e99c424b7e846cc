import { hash } from 'node:crypto';
import { orderInCells } from '#stats/matching/order-in-cells.ts';
import { MISSING_DAY } from './day.ts';
import type { PeopleRows } from './rows.ts';

/** Index days and cohorts after dealing: participants keep theirs, comparison people without one are dealt one. */
export interface DealtDates {
  readonly index: Int32Array;
  readonly cohort: readonly string[];
  /** 1 where the date was dealt. */
  readonly dealt: Uint8Array;
}

/**
 * Index dates for comparison people, dealt so that they start on the same days as participants.
 *
 * The N comparison rows without a date are ordered by SHA-256(plan fingerprint ‖ person key); with q(1) ≤ … ≤ q(n) the
 * dates of all n participants of the same role, the r-th gets q(⌈r·n/N⌉) and its cohort. There is no second date: walking
 * on to a date that fits would choose people by what happened later.
 *
 * Shape: rows in key order; the answer has one entry per row.
 * Missing: a row whose role has no participants keeps `MISSING_DAY`.
 *
 * @param fingerprint 64 lower-case hex digits
 * @see Lévesque and others, 2010, BMJ 340:b5087 (immortal time)
 */
export function dealtIndexDates(people: PeopleRows, fingerprint: string): DealtDates {
  const index = people.index.slice();
  const cohort = people.cohort.slice();
  const dealt = new Uint8Array(people.count);
  for (const role of [0, 1]) {
    const participants: number[] = [];
    const waiting: number[] = [];
    for (let i = 0; i < people.count; i++) {
      if (people.role[i] !== role) continue;
      if (people.arm[i] === 1 && people.index[i] !== MISSING_DAY) participants.push(i);
      else if (people.arm[i] === 0 && people.index[i] === MISSING_DAY) waiting.push(i);
    }
    if (participants.length === 0) continue;
    participants.sort((a, b) => people.index[a]! - people.index[b]! || a - b);
    const order = dealingOrder(people.person, waiting, fingerprint);
    for (let r = 1; r <= order.length; r++) {
      const from = participants[Math.ceil((r * participants.length) / order.length) - 1]!;
      const row = order[r - 1]!;
      index[row] = people.index[from]!;
      cohort[row] = people.cohort[from]!;
      dealt[row] = 1;
    }
  }
  return { index, cohort, dealt };
}

/** Rows ordered by the digest of their key; the first 48 bits decide, the whole digest settles ties. */
function dealingOrder(person: readonly string[], rows: readonly number[], fingerprint: string): Int32Array {
  const digest = (row: number): string => hash('sha256', fingerprint + person[row]!, 'hex');
  const leading = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) leading[i] = Number.parseInt(digest(rows[i]!).slice(0, 12), 16);
  const { order, keys } = orderInCells(leading, new Int32Array(rows.length), 1);
  for (let from = 0; from < keys.length;) {
    let to = from + 1;
    while (to < keys.length && keys[to] === keys[from]) to++;
    if (to - from > 1)
      order.subarray(from, to).sort((a, b) => (digest(rows[a]!) < digest(rows[b]!) ? -1 : 1));
    from = to;
  }
  return order.map((i) => rows[i]!);
}
