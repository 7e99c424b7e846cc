import { agreedMeetings } from '../rhythm/agreed-meetings.ts';
import { owedTimes } from '../rhythm/owed-time.ts';
import { pairMeetings } from '../rhythm/pair-meetings.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import { defineProgramMeasure } from './measure.ts';
import { pairsWith, pooledShare } from './pooled-share.ts';
import { workedMeetings, workedPairs } from './worked-tables.ts';

/** The look back: about a month. */
const LAST_DAYS = 30;

/** Confirmed meetings of the last 30 days, of those that the rhythms ask for; beside it those that anybody reported. */
export const meetingsHeld = defineProgramMeasure({
  id: 'meetings-held',
  number: 'M14',
  serves: ['S27', 'G6', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'meetings'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, meetings }, { cutoff }) {
    const owed = owedTimes(pairs, cutoff);
    if (!owed) return { reason: 'no-such-data', values: { column: 'made' } };
    const rhythms = owed.flatMap(({ rhythmDays }) => (rhythmDays > 0 ? [rhythmDays] : []));
    if (rhythms.length === 0) return { reason: 'no-such-data', values: { column: 'rhythm_days' } };
    // A pair whose rhythm is not known owes as the keenest one does, and holds nothing that is known to be as agreed.
    const shortest = rhythms.reduce((least, days) => Math.min(least, days));
    const met = pairMeetings(pairs, meetings, cutoff);
    const due = new Float64Array(pairs.count);
    const confirmed = new Float64Array(pairs.count);
    const reported = new Float64Array(pairs.count);
    const atBest = new Float64Array(pairs.count);
    let known = 0;
    for (const [i, time] of owed.entries()) {
      const isKnown = time.rhythmDays > 0;
      const rhythmDays = isKnown ? time.rhythmDays : shortest;
      const month = { after: cutoff - LAST_DAYS, until: cutoff, rhythmDays };
      const held = agreedMeetings(time, met, i, month);
      due[i] = held.agreed;
      atBest[i] = isKnown ? held.reported : held.agreed;
      if (!isKnown) continue;
      known += held.agreed;
      confirmed[i] = held.confirmed;
      reported[i] = held.reported;
    }
    const shared = {
      of: 'meetings' as const,
      due,
      atBest,
      clusters: linkedPairs(pairs),
      pairs,
      known,
      least: { need: 5, have: pairsWith(due) },
    };
    return [
      pooledShare({ ...shared, key: 'confirmed', counted: confirmed }),
      pooledShare({ ...shared, key: 'reported', counted: reported }),
    ];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([
          { made: 0, rhythmDays: 14 },
          { made: 0, rhythmDays: 14 },
          { made: 0, rhythmDays: 14 },
        ]),
        meetings: workedMeetings([
          { pair: 'p0', day: 80 },
          { pair: 'p0', day: 94 },
          { pair: 'p1', day: 85 },
        ]),
      },
      context: { cutoff: 100 },
      expected: { confirmed: { value: 0.5 }, reported: { value: 0.5 } },
      from: 'by hand: 2, 1 and 0 held of 2 each',
    },
  ],
});
