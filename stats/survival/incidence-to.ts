import type { DayCounts } from './day-counts.ts';

/** The cumulative incidence up to one day, and each person's part in it, told by the day and kind of their ending. */
export interface IncidenceTo {
  /** Share with the event by the end of the last day. */
  readonly share: number;
  /** √ of the sum of squared influences: people independent of each other. */
  readonly standardError: number;
  /** Influence of a person out of view on a day (the last day for everybody who was followed longer). */
  readonly outOfView: Float64Array;
  /** Influence of a person with the event on a day. */
  readonly event: Float64Array;
  /** Influence of a person with another ending on a day. */
  readonly otherEnding: Float64Array;
}

/**
 * The cumulative incidence up to a day with the influence of every possible ending, from counts per day.
 *
 * Shape: influences per day from 0 to the last day.
 * Units: shares; days.
 *
 * @param lastDay the day up to which the incidence is wanted, 1 … `counts.followedTo`
 * @see Aalen, O. O. & Johansen, S. (1978). An empirical transition matrix. Scandinavian Journal of Statistics 5, 141–150.
 * @see survival.oracle.R
 * @example
 * incidenceTo({ people: 2, followedTo: 2, events: Int32Array.of(0, 1, 0), otherEndings: new Int32Array(3), outOfView: Int32Array.of(0, 0, 1) }, 1).share
 * // => 0.5
 */
export function incidenceTo(counts: DayCounts, lastDay: number): IncidenceTo {
  if (everybodyDecided(counts, lastDay)) return fromPlainShares(counts, lastDay);
  const { jump, before, atRisk } = recursion(counts, lastDay);
  const event = new Float64Array(lastDay + 1);
  const otherEnding = new Float64Array(lastDay + 1);
  const outOfView = new Float64Array(lastDay + 1);
  const share = jump.reduce((sum, step) => sum + step, 0);
  // g: what is still to come after a day, per person who passes it; A: the running sum of 3.4.
  const toCome = new Float64Array(lastDay + 1);
  for (let t = lastDay - 1; t >= 0; t--) toCome[t] = toCome[t + 1]! + jump[t + 1]!;
  let running = 0;
  for (let t = 1; t <= lastDay; t++) {
    const n = atRisk[t]!;
    const endings = counts.events[t]! + counts.otherEndings[t]!;
    if (endings > 0) {
      const ahead = n === endings ? 0 : toCome[t]! / ((n - endings) / n);
      running += (jump[t]! - (endings / n) * ahead) / n;
      event[t] = (before[t]! - ahead) / n - running;
      otherEnding[t] = -ahead / n - running;
    }
    outOfView[t] = -running;
  }
  return {
    share,
    standardError: spread(counts, lastDay, { outOfView, event, otherEnding }),
    outOfView,
    event,
    otherEnding,
  };
}

/**
 * Whether nobody's outcome by the last day is unknown: nobody went out of view before it, or every last person had the
 * event. Then shares are plain counts, and the recursion would only add rounding (0.9999999999999999 for 1).
 */
function everybodyDecided(counts: DayCounts, lastDay: number): boolean {
  return (
    !counts.outOfView.subarray(0, lastDay).some((people) => people > 0) || allHadTheEvent(counts, lastDay)
  );
}

/** Whether those at risk all had the event on some day, and nobody another ending before. */
function allHadTheEvent(counts: DayCounts, lastDay: number): boolean {
  let atRisk = counts.people - counts.outOfView[0]!;
  for (let t = 1; t <= lastDay && counts.otherEndings[t] === 0; t++) {
    if (atRisk > 0 && counts.events[t] === atRisk) return true;
    atRisk -= counts.events[t]! + counts.outOfView[t]!;
  }
  return false;
}

function fromPlainShares(counts: DayCounts, lastDay: number): IncidenceTo {
  const certain = allHadTheEvent(counts, lastDay);
  const happened = counts.events.subarray(0, lastDay + 1).reduce((sum, people) => sum + people, 0);
  const share = certain ? 1 : happened / counts.people;
  const fill = (outcome: number): Float64Array =>
    new Float64Array(lastDay + 1).fill(certain ? 0 : (outcome - share) / counts.people);
  const influence = { outOfView: fill(0), event: fill(1), otherEnding: fill(0) };
  return { share, standardError: spread(counts, lastDay, influence), ...influence };
}

/** Per day: the step of the incidence, the share free of any ending just before, and the people at risk. */
function recursion(
  counts: DayCounts,
  lastDay: number,
): { jump: Float64Array; before: Float64Array; atRisk: Int32Array } {
  const jump = new Float64Array(lastDay + 1);
  const before = new Float64Array(lastDay + 1);
  const atRisk = new Int32Array(lastDay + 1);
  let people = counts.people - counts.outOfView[0]!;
  let free = 1;
  for (let t = 1; t <= lastDay; t++) {
    atRisk[t] = people;
    before[t] = free;
    const endings = counts.events[t]! + counts.otherEndings[t]!;
    if (endings > 0) {
      jump[t] = free * (counts.events[t]! / people);
      free *= (people - endings) / people;
    }
    people -= endings + counts.outOfView[t]!;
  }
  return { jump, before, atRisk };
}

/** √ of the sum over people of their squared influence. */
function spread(
  counts: DayCounts,
  lastDay: number,
  { outOfView, event, otherEnding }: Pick<IncidenceTo, 'outOfView' | 'event' | 'otherEnding'>,
): number {
  let squares = 0;
  let passed = 0;
  for (let t = 0; t <= lastDay; t++) {
    const out = counts.outOfView[t]!;
    squares +=
      counts.events[t]! * event[t]! ** 2 +
      counts.otherEndings[t]! * otherEnding[t]! ** 2 +
      out * outOfView[t]! ** 2;
    passed += counts.events[t]! + counts.otherEndings[t]! + out;
  }
  return Math.sqrt(squares + (counts.people - passed) * outOfView[lastDay]! ** 2);
}
