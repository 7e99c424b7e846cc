import { dueReviews, heldInTime } from '../reviews/due-reviews.ts';
import { MISSING_DAY } from '../study/day.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import type { ActionRows, PairRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';
import { pairsWith, pooledShare, sumOf } from './pooled-share.ts';
import { workedMeetings, workedPairs, workedReviews } from './worked-tables.ts';

const LEAST_PAIRS = 10;

/** Reviews held in time of those due; beside them their actions closed in time, and the pairs that no review is due of yet. */
export const reviewOnTime = defineProgramMeasure({
  id: 'review-on-time',
  number: 'M24',
  serves: ['S25', 'S26', 'S30', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'meetings', 'reviews'],
  uses: ['actions'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, meetings, reviews, actions }, context) {
    const due = new Float64Array(pairs.count);
    const held = new Float64Array(pairs.count);
    const atBest = new Float64Array(pairs.count);
    let known = 0;
    for (const review of dueReviews({ pairs, meetings, reviews }, context)) {
      const inTime = heldInTime(review, reviews) ? 1 : 0;
      const isKnown = review.due !== MISSING_DAY;
      due[review.pair]!++;
      held[review.pair]! += inTime;
      // What was not held was not held in time, whenever it was due.
      const isHeld = review.review !== -1 && reviews.done[review.review] !== MISSING_DAY;
      atBest[review.pair]! += isKnown ? inTime : Number(isHeld);
      if (isKnown) known++;
    }
    const clusters = linkedPairs(pairs);
    const shared = { pairs, clusters, least: { need: LEAST_PAIRS, have: pairsWith(due) } };
    return [
      pooledShare({ ...shared, key: 'reviews', of: 'reviews', counted: held, due, atBest, known }),
      ...(actions ? [actionsClosed(pairs, actions, clusters, context.cutoff)] : []),
      pooledShare({
        ...shared,
        key: 'none-due',
        of: 'pairs',
        counted: due.map((count) => (count === 0 ? 1 : 0)),
        due: new Float64Array(pairs.count).fill(1),
        known: pairs.count,
        least: { need: LEAST_PAIRS, have: pairs.count },
      }),
    ];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}]),
        meetings: workedMeetings(Array.from({ length: 13 }, (_, i) => ({ pair: 'p0', day: 10 * (i + 1) }))),
        reviews: workedReviews([
          { pair: 'p0', number: 1, done: 81 },
          { pair: 'p0', number: 2, done: 142 },
        ]),
        actions: {
          count: 2,
          pair: ['p0', 'p0'],
          due: Int32Array.of(100, 120),
          closed: Int32Array.of(100, 121),
        },
      },
      context: { cutoff: 150 },
      expected: { reviews: { value: 0.5 }, actions: { value: 0.5 }, 'none-due': { value: 0 } },
      from: 'by hand: 13 confirmed meetings make two due, on days 60 and 120; day 81 is in time, day 142 a day late',
    },
  ],
});

/** Actions closed by the day they were due, of all that came due. */
function actionsClosed(
  pairs: PairRows,
  actions: ActionRows,
  clusters: Int32Array,
  cutoff: number,
): MeasureFigure {
  const rows = rowOfKey(pairs.pair);
  const due = new Float64Array(pairs.count);
  const closed = new Float64Array(pairs.count);
  const atBest = new Float64Array(pairs.count);
  let unknown = 0;
  for (let i = 0; i < actions.count; i++) {
    const pair = rows.get(actions.pair[i]!);
    const by = actions.due[i]!;
    if (pair === undefined || (by !== MISSING_DAY && by > cutoff)) continue;
    const on = actions.closed[i]!;
    const inTime = by !== MISSING_DAY && on !== MISSING_DAY && on <= by ? 1 : 0;
    due[pair]!++;
    closed[pair]! += inTime;
    atBest[pair]! += by === MISSING_DAY ? Number(on !== MISSING_DAY) : inTime;
    if (by === MISSING_DAY) unknown++;
  }
  return pooledShare({
    key: 'actions',
    of: 'items',
    counted: closed,
    due,
    atBest,
    known: sumOf(due) - unknown,
    clusters,
    pairs,
    least: { need: LEAST_PAIRS, have: pairsWith(due) },
  });
}
