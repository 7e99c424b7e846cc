import { dueReviews } from '../reviews/due-reviews.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import { MENTEE, MENTOR } from '../study/program-rows.ts';
import { defineProgramMeasure } from './measure.ts';
import { pairsWith, peopleWho, pooledShare, sumOf } from './pooled-share.ts';
import { workedMeetings, workedPairs, workedReviews } from './worked-tables.ts';

const NOT_KNOWN = 2;

/** How often people say in reviews that the other answered within the agreed time, of all times that they were asked. */
export const channelKept = defineProgramMeasure({
  id: 'channel-kept',
  number: 'M11',
  serves: ['S10'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'meetings', 'reviews'],
  when: 'any-time',
  from: 'answers',
  compute({ pairs, meetings, reviews }, context) {
    const asked = dueReviews({ pairs, meetings, reviews }, context);
    // What is said in a review after the cut-off is not known yet.
    const later = (review: number): boolean => reviews.done[review]! > context.cutoff;
    const isSaid = (answer: number, review: number): boolean => answer !== NOT_KNOWN && !later(review);
    if (!reviews.channelMentor.some(isSaid) && !reviews.channelMentee.some(isSaid))
      return { reason: 'never-asked', values: {} };
    const clusters = linkedPairs(pairs);
    const of = (key: string, sides: readonly number[]) => {
      const due = new Float64Array(pairs.count);
      const kept = new Float64Array(pairs.count);
      const atBest = new Float64Array(pairs.count);
      const said: [pair: number, side: 'mentor' | 'mentee'][] = [];
      for (const { pair, review } of asked)
        for (const side of sides) {
          const given = side === MENTOR ? reviews.channelMentor : reviews.channelMentee;
          const answer = review === -1 || later(review) ? NOT_KNOWN : given[review]!;
          due[pair]!++;
          if (answer !== NOT_KNOWN) said.push([pair, side === MENTOR ? 'mentor' : 'mentee']);
          if (answer === 1) kept[pair]!++;
          if (answer !== 0) atBest[pair]!++;
        }
      const unknown = sumOf(atBest) - sumOf(kept);
      return pooledShare({
        key,
        of: 'occasions',
        counted: kept,
        due,
        atBest,
        known: sumOf(due) - unknown,
        clusters,
        pairs,
        sums: [{ sum: 'sides', as: sides.length > 1 ? 'whole' : 'part' }],
        people: peopleWho(pairs, said),
        least: { need: 10, have: pairsWith(due) },
      });
    };
    return [of('both', [MENTOR, MENTEE]), of('mentors', [MENTOR]), of('mentees', [MENTEE])];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}, {}]),
        meetings: workedMeetings([]),
        reviews: workedReviews([
          { pair: 'p0', number: 1, due: 60, channel: [1, 1] },
          { pair: 'p0', number: 2, due: 120, channel: [0, 1] },
          { pair: 'p1', number: 1, due: 60 },
        ]),
      },
      context: { cutoff: 150 },
      expected: {
        both: { value: 0.5, bounds: [0.5, 0.8333] },
        mentors: { value: 0.3333 },
        mentees: { value: 0.6667 },
      },
      from: 'by hand: asked six times, three said yes, one no, two said nothing',
    },
  ],
});
