import { type Day, MISSING_DAY } from '../study/day.ts';
import { PROMISE_VIEWS, type PairRows, type PromiseRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';

const [NONE, KEPT, RENEGOTIATED, MISSED] = PROMISE_VIEWS.map((_, code) => code) as [
  number,
  number,
  number,
  number,
];

/** What became of one occasion of a promise, by what both say. */
export type OccasionOutcome = 'kept' | 'renegotiated' | 'missed' | 'not-known';

/** Every outcome, in the order in which they are shown; of the due occasions they add to 1. */
export const OCCASION_OUTCOMES: readonly OccasionOutcome[] = ['kept', 'renegotiated', 'missed', 'not-known'];

/**
 * What became of one occasion: kept when both say so; renegotiated in time when both say so and agreed it on a day before it
 * was due; missed when both say so, or renegotiated only when it was due; else not known, or seen differently.
 *
 * Missing: a side that has not said makes it not known; so does a renegotiation of which one of the days is not known.
 */
export function outcomeOf(promises: PromiseRows, occasion: number): OccasionOutcome {
  const view = promises.viewMentor[occasion]!;
  if (view !== promises.viewMentee[occasion] || view === NONE) return 'not-known';
  if (view === KEPT) return 'kept';
  if (view !== RENEGOTIATED) return 'missed';
  const due = promises.due[occasion]!;
  const on = promises.renegotiatedOn[occasion]!;
  if (due === MISSING_DAY || on === MISSING_DAY) return 'not-known';
  return on < due ? 'renegotiated' : 'missed';
}

/** Whether an occasion could still turn out so, if whoever is silent spoke and days that are not known were known. */
export function mayBe(outcome: OccasionOutcome, promises: PromiseRows, occasion: number): boolean {
  if (outcome === 'not-known') return outcomeOf(promises, occasion) === outcome;
  const open = (said: number): boolean =>
    [promises.viewMentor[occasion], promises.viewMentee[occasion]].every(
      (view) => view === said || view === NONE,
    );
  if (outcome === 'kept') return open(KEPT);
  const due = promises.due[occasion]!;
  const on = promises.renegotiatedOn[occasion]!;
  const anyDay = due === MISSING_DAY || on === MISSING_DAY;
  return outcome === 'renegotiated'
    ? open(RENEGOTIATED) && (anyDay || on < due)
    : open(MISSED) || (open(RENEGOTIATED) && (anyDay || on >= due));
}

/**
 * The row of the pair that owes each occasion, or −1 where nothing is owed yet: of an unknown pair, due after the cut-off or the planned
 * end, or during an agreed pause. A pair that ended early owes until its planned end.
 *
 * Missing: an occasion without a day is owed; so blanking it can't make a rate better.
 */
export function owedBy(pairs: PairRows, promises: PromiseRows, cutoff: Day): Int32Array {
  const rows = rowOfKey(pairs.pair);
  return Int32Array.from(promises.pair, (key, occasion) => {
    const pair = rows.get(key);
    if (pair === undefined) return -1;
    const due = promises.due[occasion]!;
    if (due === MISSING_DAY) return pair;
    const plannedEnd = pairs.plannedEnd[pair]!;
    if (due > cutoff || (plannedEnd !== MISSING_DAY && due > plannedEnd)) return -1;
    return pairs.paused[pair]!.some(([from, to]) => due >= from && due <= to) ? -1 : pair;
  });
}
