import { evenStrata } from '#stats/survival/even-strata.ts';
import { MISSING_DAY } from './day.ts';
import type { FollowUp } from './follow-up.ts';
import { pickColumns, pickedRows } from './pick.ts';
import type { Population } from './population.ts';

/** People of a stratum at least, as for a range of one arm (measurement 7), and strata at most, so that the work stays linear. */
const STRATA = { least: 20, most: 100 };

/**
 * The follow-up of some people of one arm. Where the view of some ended with their own later place, people come with strata of about
 * the same inclination to take part: who gets a place later is promoted more than others, so their view ends for a reason that tells
 * about the outcome, but hardly so among people who are alike in what draws them into the program.
 *
 * @param positions of the population, the people of one arm
 * @param inclination per position of the population, rising with how inclined somebody was to take part; asked for only when needed
 */
export function armFollowUp(
  population: Population,
  positions: Int32Array,
  whole: FollowUp,
  inclination: (() => Float64Array) | undefined,
): FollowUp {
  const followed = {
    time: pickedRows(whole.time, positions),
    event: pickedRows(whole.event, positions),
    lost: pickedRows(whole.lost, positions),
    horizonDays: whole.horizonDays,
  };
  const { index, laterEnrolment } = population.followed;
  const enrolledLater = positions.some((position, i) => {
    const place = laterEnrolment[position]!;
    return (
      place !== MISSING_DAY &&
      followed.event[i] === 0 &&
      followed.time[i]! < followed.horizonDays &&
      index[position]! + followed.time[i]! + 1 === place
    );
  });
  if (!inclination || !enrolledLater) return followed;
  return { ...followed, strata: evenStrata(pickColumns(inclination(), positions), STRATA) };
}
