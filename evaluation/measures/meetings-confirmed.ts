import { linkedPairs } from '../study/linked-pairs.ts';
import { MISSING_DAY } from '../study/day.ts';
import { BOTH, MEETING_STATES, MENTEE, MENTOR } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure } from './measure.ts';
import { pooledShare, sumOf } from './pooled-share.ts';
import { workedMeetings, workedPairs } from './worked-tables.ts';

const HELD = MEETING_STATES.indexOf('held');

/** Held meetings that both reported, of those that anybody did; beside it the pairs with at least one such meeting, of all pairs ever made. */
export const meetingsConfirmed = defineProgramMeasure({
  id: 'meetings-confirmed',
  number: 'M16',
  serves: ['G6'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'meetings'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, meetings }, { cutoff }) {
    const rows = rowOfKey(pairs.pair);
    const reported = new Float64Array(pairs.count);
    const confirmed = new Float64Array(pairs.count);
    for (let m = 0; m < meetings.count; m++) {
      const pair = rows.get(meetings.pair[m]!);
      const day = meetings.day[m]!;
      if (pair === undefined || meetings.state[m] !== HELD || (day !== MISSING_DAY && day > cutoff)) continue;
      // Whose reports were erased leaves a meeting that nobody reports; it was reported once, so it stays.
      reported[pair]!++;
      if (meetings.reportedBy[m] === BOTH) confirmed[pair]!++;
    }
    const clusters = linkedPairs(pairs);
    const meets = confirmed.map((count) => (count > 0 ? 1 : 0));
    return [
      pooledShare({
        key: 'confirmed',
        of: 'meetings',
        counted: confirmed,
        due: reported,
        known: sumOf(reported),
        clusters,
        pairs,
        least: { need: 20, have: sumOf(reported) },
      }),
      pooledShare({
        key: 'pairs',
        of: 'pairs',
        counted: meets,
        due: new Float64Array(pairs.count).fill(1),
        known: pairs.count,
        clusters,
        pairs,
        least: { need: 5, have: pairs.count },
      }),
    ];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}, {}, {}]),
        meetings: workedMeetings([
          ...Array.from({ length: 16 }, (_, day) => ({ pair: `p${day % 2}`, day })),
          ...[MENTOR, MENTOR, MENTEE, MENTEE].map((reportedBy, day) => ({ pair: 'p0', day, reportedBy })),
        ]),
      },
      expected: { confirmed: { value: 0.8 }, pairs: { value: 2 / 3 } },
      from: 'by hand: 16 of 20 meetings; 2 of 3 pairs',
    },
  ],
});
