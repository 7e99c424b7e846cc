import { gapsOf, daysOnRhythm } from '../rhythm/gaps.ts';
import { activeDays, owedTimes } from '../rhythm/owed-time.ts';
import { pairMeetings } from '../rhythm/pair-meetings.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import { defineProgramMeasure } from './measure.ts';
import { pairsWith, pooledShare } from './pooled-share.ts';
import { workedMeetings, workedPairs } from './worked-tables.ts';

/** The days of all pairs that lie within the agreed rhythm and its grace, of all days that they owe. */
export const rhythmKept = defineProgramMeasure({
  id: 'rhythm-kept',
  number: 'M13',
  serves: ['S27', 'S43', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'meetings'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, meetings }, { cutoff }) {
    const owed = owedTimes(pairs, cutoff);
    if (!owed) return { reason: 'no-such-data', values: { column: 'made' } };
    if (owed.every(({ rhythmDays }) => rhythmDays === 0))
      return { reason: 'no-such-data', values: { column: 'rhythm_days' } };
    const met = pairMeetings(pairs, meetings, cutoff);
    const due = new Float64Array(pairs.count);
    const kept = new Float64Array(pairs.count);
    const atBest = new Float64Array(pairs.count);
    let known = 0;
    for (const [i, time] of owed.entries()) {
      due[i] = activeDays(time.from, time.to, time.paused);
      atBest[i] = due[i]!;
      if (time.rhythmDays === 0) continue;
      known += due[i]!;
      kept[i] = daysOnRhythm(gapsOf(time, met, i, 'confirmed'), time.rhythmDays);
      atBest[i] = daysOnRhythm(gapsOf(time, met, i, 'held'), time.rhythmDays);
    }
    return [
      pooledShare({
        key: 'days',
        of: 'days',
        counted: kept,
        due,
        atBest,
        known,
        clusters: linkedPairs(pairs),
        pairs,
        least: { need: 5, have: pairsWith(due) },
      }),
    ];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{ made: 0, rhythmDays: 14 }]),
        meetings: workedMeetings([10, 24, 50].map((day) => ({ pair: 'p0', day }))),
      },
      context: { cutoff: 60 },
      expected: { days: { value: 0.8667 } },
      from: 'by hand: gaps 10, 14, 26 and the open 10, at most 18 each: 52 of 60 days',
    },
  ],
});
