/** Fewest people still under view at the end of a step of a curve, and fewest events within it (measurement.md, section 7). */
const LEAST_UNDER_VIEW = 10;
const LEAST_EVENTS = 3;

/** What a step needs to be judged. */
export interface Step {
  /** People still under view at the end of the step. */
  readonly underView: number;
  /** Events within the step. */
  readonly eventsSince: number;
}

/**
 * The steps of a curve that may be drawn: a step with few events joins the next, and the curve stops once few are left.
 *
 * Shape: a part of the steps given, in their order, each with the events of those that joined it. The last one, having
 * no next, joins the one before. None when all events together are too few.
 * Units: people; events.
 *
 * @param steps in order of time, for example the points of `incidenceCurve` at the ends of quarters
 * @see measurement.md, section 7; trust.md D9
 * @see survival.test.ts
 * @example
 * quarterSteps([{ underView: 30, eventsSince: 2 }, { underView: 20, eventsSince: 3 }, { underView: 9, eventsSince: 5 }])
 * // => [{ underView: 20, eventsSince: 5 }]
 */
export function quarterSteps<S extends Step>(steps: readonly S[]): S[] {
  const drawn: S[] = [];
  let waiting = 0;
  let last: S | undefined;
  for (const step of steps) {
    if (step.underView < LEAST_UNDER_VIEW) break;
    waiting += step.eventsSince;
    last = step;
    if (waiting >= LEAST_EVENTS) {
      drawn.push({ ...step, eventsSince: waiting });
      waiting = 0;
      last = undefined;
    }
  }
  const before = drawn.at(-1);
  if (last !== undefined && before !== undefined) {
    drawn[drawn.length - 1] = { ...last, eventsSince: before.eventsSince + waiting };
  }
  return drawn;
}
