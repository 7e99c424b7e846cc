import { gapsOf, regularGaps, regularityBounds } from '../rhythm/gaps.ts';
import { owedTimes } from '../rhythm/owed-time.ts';
import { pairMeetings } from '../rhythm/pair-meetings.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import { defineProgramMeasure } from './measure.ts';
import { pooledShare, sumOf } from './pooled-share.ts';
import { workedMeetings, workedPairs } from './worked-tables.ts';

/** Gaps between meetings that are about as long as agreed, of all gaps, the open present among them once it is too long. */
export const gapRegularity = defineProgramMeasure({
  id: 'gap-regularity',
  number: 'M15',
  serves: ['S43'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'meetings'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, meetings }, { cutoff }) {
    const owed = owedTimes(pairs, cutoff);
    if (!owed) return { reason: 'no-such-data', values: { column: 'made' } };
    const met = pairMeetings(pairs, meetings, cutoff);
    const all = new Float64Array(pairs.count);
    const regular = new Float64Array(pairs.count);
    const extremes = { worst: 0, best: 0, all: 0 };
    let known = 0;
    for (const [i, time] of owed.entries()) {
      const gaps = gapsOf(time, met, i, 'confirmed');
      const isKnown = time.rhythmDays > 0;
      // Of a pair without a known rhythm every gap is unknown, the open one too.
      const found = isKnown
        ? regularGaps(gaps, time.rhythmDays)
        : { regular: 0, all: gaps.closed.length + 1 };
      all[i] = found.all;
      regular[i] = found.regular;
      if (isKnown) known += found.all;
      const doubtful = gapsOf(time, met, i, 'held').closed.length - gaps.closed.length;
      const bounds = regularityBounds(found, doubtful);
      extremes.worst += bounds.worst;
      extremes.best += isKnown ? bounds.best : bounds.all;
      extremes.all += bounds.all;
    }
    return [
      pooledShare({
        key: 'gaps',
        of: 'gaps',
        counted: regular,
        due: all,
        bounds: [extremes.worst / extremes.all, extremes.best / extremes.all],
        known,
        clusters: linkedPairs(pairs),
        pairs,
        least: { need: 20, have: sumOf(all) },
      }),
    ];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{ made: 0, rhythmDays: 14 }]),
        meetings: workedMeetings([14, 26, 56, 71, 78].map((day) => ({ pair: 'p0', day }))),
      },
      context: { cutoff: 83 },
      expected: { gaps: { value: 0.8 } },
      from: 'by hand: gaps 14, 12, 30, 15, 7 and an open 5: four of five',
    },
  ],
});
