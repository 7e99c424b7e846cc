import type { Day } from '../study/day.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import { PROMISE_VIEWS, type PairRows, type PromiseRows } from '../study/program-rows.ts';
import { owedBy } from './occasions.ts';

const NONE = PROMISE_VIEWS.indexOf('none');

/** What two sides said of the same occasions. */
export interface BothViews {
  /** Positions in `PROMISE_VIEWS`; `none` where a side has not said. */
  readonly mentor: Uint8Array;
  readonly mentee: Uint8Array;
  /** The row of the pair that owes the occasion. */
  readonly pair: Int32Array;
  /** Pairs that belong together, numbered 0, 1 … among the occasions here. */
  readonly clusters: Int32Array;
}

/** Both views of every occasion that is due: what was asked of both. */
export function bothViews(pairs: PairRows, promises: PromiseRows, cutoff: Day): BothViews {
  const linked = linkedPairs(pairs);
  const owner = owedBy(pairs, promises, cutoff);
  const due = Array.from(owner.keys()).filter((occasion) => owner[occasion] !== -1);
  return {
    mentor: Uint8Array.from(due, (occasion) => promises.viewMentor[occasion]!),
    mentee: Uint8Array.from(due, (occasion) => promises.viewMentee[occasion]!),
    pair: Int32Array.from(due, (occasion) => owner[occasion]!),
    clusters: renumbered(Int32Array.from(due, (occasion) => linked[owner[occasion]!]!)),
  };
}

/** Only the occasions of which both have said something. */
export function answeredByBoth({ mentor, mentee, pair, clusters }: BothViews): BothViews {
  const isKnown = (_: number, i: number): boolean => mentor[i] !== NONE && mentee[i] !== NONE;
  return {
    mentor: mentor.filter(isKnown),
    mentee: mentee.filter(isKnown),
    pair: pair.filter(isKnown),
    clusters: renumbered(clusters.filter(isKnown)),
  };
}

/** The same groups with the numbers 0, 1 … in the order in which they come. */
function renumbered(codes: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return codes.map((code) => {
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number;
  });
}
