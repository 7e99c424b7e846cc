import { dayCounts, type FollowedGroup } from './day-counts.ts';
import { incidenceTo } from './incidence-to.ts';

/** A cumulative incidence at the end of one day of a curve. */
export interface CurvePoint {
  /** Days from the start. */
  readonly day: number;
  /** Share with the event by the end of that day. */
  readonly share: number;
  /** Its standard error, people independent of each other. */
  readonly standardError: number;
  /** People still under view at the end of that day: no ending yet, and not out of view before it. */
  readonly underView: number;
  /** Events since the end of the point before (the start for the first). */
  readonly eventsSince: number;
}

/**
 * The cumulative incidence at the ends of given days, with who was still under view.
 *
 * Use it to draw how a share grows; the value at the horizon equals `aalenJohansen`'s. It assumes what that assumes.
 *
 * Shape: a point per day asked for, as long as anybody was followed to it; none for an empty group.
 * Units: whole days; shares between 0 and 1.
 *
 * @param days rising, each 1 or more
 * @throws RangeError when the days do not rise or the lists are malformed (`dayCounts`)
 * @see Aalen, O. O. & Johansen, S. (1978). An empirical transition matrix. Scandinavian Journal of Statistics 5, 141–150.
 * @see survival.oracle.R
 * @example
 * incidenceCurve({ time: Int32Array.of(1, 2, 2), event: Uint8Array.of(2, 1, 0) }, [1, 2]).map((point) => point.underView)
 * // => [2, 1]
 */
export function incidenceCurve(group: FollowedGroup, days: readonly number[]): CurvePoint[] {
  const counts = dayCounts(group);
  const points: CurvePoint[] = [];
  let underView = counts.people - (counts.outOfView[0] ?? 0);
  let last = 0;
  for (const day of days) {
    if (!(Number.isInteger(day) && day > last)) {
      throw new RangeError(
        `incidenceCurve: days has ${day} after ${last}; days must be whole and rise from 1`,
      );
    }
    if (day > counts.followedTo) break;
    let eventsSince = 0;
    for (let t = last + 1; t <= day; t++) {
      eventsSince += counts.events[t]!;
      underView -= counts.events[t]! + counts.otherEndings[t]!;
      // Out of view on the day before: followed to the end of that day, not to the end of this one.
      if (t > 1) underView -= counts.outOfView[t - 1]!;
    }
    const { share, standardError } = incidenceTo(counts, day);
    points.push({ day, share, standardError, underView, eventsSince });
    last = day;
  }
  return points;
}
