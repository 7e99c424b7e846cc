/** A fall of the share that is left, on a day with an event. */
export interface SurvivalStep {
  /** Day of the event. */
  readonly day: number;
  /** Share without the event after that day. */
  readonly left: number;
  /** People at risk on that day: entered before it, not gone before it. */
  readonly atRisk: number;
  /** Events on that day. */
  readonly events: number;
}

/**
 * The share still without an event, when people may come under view late (Kaplan-Meier).
 *
 * Use it for one kind of event that nothing else rules out. Do not use it for promotion or any other event that
 * leaving prevents; that is `aalenJohansen`. It assumes that entry and going out of view have nothing to do with the
 * event. Who enters on the day of an event was not at risk of it.
 *
 * Shape: a step per day with an event, in order; none without events.
 * Units: whole days; shares between 0 and 1.
 *
 * @param spells one entry per person: the day of entry (0 for all when left out), the last day under view, and 1 if it ended with the event
 * @throws RangeError when lists differ in length, or somebody leaves on or before the day of entry
 * @see Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA 53, 457–481.
 * @see survival.oracle.R (R's `survfit(Surv(entry, time, event))`)
 * @example
 * kaplanMeier({ time: Int32Array.of(1, 2, 2, 3), event: Uint8Array.of(1, 0, 1, 0) }).map((step) => step.left)
 * // => [0.75, 0.5]
 */
export function kaplanMeier(spells: {
  readonly entry?: Int32Array;
  readonly time: Int32Array;
  readonly event: Uint8Array;
}): SurvivalStep[] {
  const { time, event } = spells;
  const entry = spells.entry ?? new Int32Array(time.length);
  if (event.length !== time.length || entry.length !== time.length) {
    throw new RangeError(
      `kaplanMeier: entry, time and event have ${entry.length}, ${time.length} and ${event.length} entries; they must have the same number`,
    );
  }
  const last = time.reduce((latest, day) => Math.max(latest, day), 0);
  const entered = new Int32Array(last + 1);
  const gone = new Int32Array(last + 1);
  const events = new Int32Array(last + 1);
  for (let i = 0; i < time.length; i++) {
    if (!(entry[i]! >= 0 && time[i]! > entry[i]!)) {
      throw new RangeError(
        `kaplanMeier: person ${i} is under view from ${entry[i]} to ${time[i]}; the end must come after a start of 0 or more`,
      );
    }
    entered[entry[i]!]!++;
    gone[time[i]!]!++;
    if (event[i] === 1) events[time[i]!]!++;
  }
  const steps: SurvivalStep[] = [];
  let atRisk = 0;
  let left = 1;
  for (let day = 1; day <= last; day++) {
    atRisk += entered[day - 1]!;
    if (events[day]! > 0) {
      left *= (atRisk - events[day]!) / atRisk;
      steps.push({ day, left, atRisk, events: events[day]! });
    }
    atRisk -= gone[day]!;
  }
  return steps;
}
