import { pairMeetings } from '../rhythm/pair-meetings.ts';
import { type Day, MISSING_DAY } from '../study/day.ts';
import type { MeetingRows, PairRows, ReviewRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';

/** A review may be held so many days after the confirmation that makes it due (M24). */
const DAYS_TO_HOLD = 21;

/** A review that a pair owes, its time to hold it over. */
export interface DueReview {
  /** Row of the pair. */
  readonly pair: number;
  /** Row of the review; −1 when nobody opened it. */
  readonly review: number;
  /** The day of the N-th, 2N-th … confirmation; `MISSING_DAY` when neither meetings nor the file say. */
  readonly due: Day;
}

/**
 * The reviews that are due: one for every so many confirmed meetings of a pair, also when meetings were noted late or out of order,
 * and every other one on file. Each counts once its time to be held is over.
 *
 * Missing: a review on file whose day is not known is due; so blanking it can't make a rate better. A meeting taken back does not take a
 * review back that is on file.
 */
export function dueReviews(
  {
    pairs,
    meetings,
    reviews,
  }: { readonly pairs: PairRows; readonly meetings: MeetingRows; readonly reviews: ReviewRows },
  { cutoff, reviewEvery }: { readonly cutoff: Day; readonly reviewEvery: number },
): DueReview[] {
  const met = pairMeetings(pairs, meetings, cutoff);
  const onFile = reviewsOf(pairs, reviews);
  const found: DueReview[] = [];
  for (let pair = 0; pair < pairs.count; pair++) {
    const confirmed: Day[] = [];
    for (let m = met.offsets[pair]!; m < met.offsets[pair + 1]!; m++)
      if (met.confirmed[m] === 1) confirmed.push(met.days[m]!);
    const reached = Math.floor(confirmed.length / reviewEvery);
    const own = onFile.get(pair);
    for (let number = 1; number <= reached; number++) {
      const review = own?.get(number) ?? -1;
      const written = review === -1 ? MISSING_DAY : reviews.due[review]!;
      const due = written === MISSING_DAY ? confirmed[number * reviewEvery - 1]! : written;
      found.push({ pair, review, due });
    }
    for (const [number, review] of own ?? [])
      if (number < 1 || number > reached) found.push({ pair, review, due: reviews.due[review]! });
  }
  return found.filter(({ due }) => due === MISSING_DAY || due + DAYS_TO_HOLD <= cutoff);
}

/** Whether a due review was held in time: on its day, or at most 21 days after it. */
export function heldInTime({ review, due }: DueReview, reviews: ReviewRows): boolean {
  const done = review === -1 ? MISSING_DAY : reviews.done[review]!;
  return done !== MISSING_DAY && due !== MISSING_DAY && done <= due + DAYS_TO_HOLD;
}

/** The reviews on file per pair, by their number; of a number that stands twice, the first. */
function reviewsOf(pairs: PairRows, reviews: ReviewRows): Map<number, Map<number, number>> {
  const rows = rowOfKey(pairs.pair);
  const all = new Map<number, Map<number, number>>();
  for (let review = 0; review < reviews.count; review++) {
    const pair = rows.get(reviews.pair[review]!);
    if (pair === undefined) continue;
    const own = all.get(pair) ?? new Map<number, number>();
    const number = reviews.number[review]!;
    if (!own.has(number)) own.set(number, review);
    all.set(pair, own);
  }
  return all;
}
