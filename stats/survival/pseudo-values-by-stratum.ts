import { aalenJohansen, type FollowedTooShort } from './aalen-johansen.ts';
import type { FollowedGroup } from './day-counts.ts';

/** One number per person for a cumulative incidence, made among the people of each stratum. */
export interface StratumPseudoValues {
  readonly kind: 'pseudo-values';
  readonly values: Float64Array;
  /** Strata among which they were made, after joining. */
  readonly strata: number;
}

/**
 * Pseudo-values of a cumulative incidence, made inside strata: where people with a high chance of the event are also the ones who
 * go out of view early, pseudo-values of the whole group understate the incidence, those inside strata of alike people do not.
 *
 * Use it when going out of view depends on something known at the start that also tells about the event. It assumes that
 * inside a stratum going out of view has nothing to do with what would have come next.
 *
 * Shape: one entry per person. With one stratum the values are `aalenJohansen`'s; where nobody goes out of view they are the plain
 * 0 or 1 in any strata. Linear in people; for each stratum linear in days.
 * Units: whole days; shares.
 * Missing: a stratum in which nobody was followed to the horizon is joined to the next one, the last to the one before.
 *
 * @param group.strata a number per person, 0 and up; neighbours in number are the ones that are joined
 * @returns `followed-too-short` when nobody at all was followed to the horizon
 * @throws RangeError when there is not one stratum, a whole number of 0 or more, per person; and as `aalenJohansen`
 * @see Andersen, P. K. & Pohar Perme, M. (2010). Pseudo-observations in survival analysis. 10.1177/0962280209105020
 * @see Binder, N., Gerds, T. A. & Andersen, P. K. (2014). Pseudo-observations for competing risks with covariate dependent censoring. 10.1007/s10985-013-9247-7
 * @see strata.oracle.R (R's `pseudo` of a `survfit` by stratum; weights one over the chance of staying under view, written by hand)
 * @example
 * pseudoValuesByStratum({ time: Int32Array.of(1, 2, 2, 2), event: Uint8Array.of(1, 0, 0, 0), strata: Int32Array.of(0, 0, 1, 1), horizon: 2 }).kind
 * // => 'pseudo-values'
 */
export function pseudoValuesByStratum(
  group: FollowedGroup & { readonly strata: Int32Array; readonly horizon: number },
): StratumPseudoValues | FollowedTooShort {
  const { time, event, strata, horizon } = group;
  if (strata.length !== time.length || strata.some((code) => code < 0)) {
    throw new RangeError(
      `pseudoValuesByStratum: strata has ${strata.length} entries; it must have ${time.length} whole numbers of 0 or more, one per person`,
    );
  }
  const values = new Float64Array(time.length);
  let made = 0;
  /** Values of some people, or that nobody of them was followed far enough. */
  const fill = (people: Int32Array): boolean => {
    const incidence = aalenJohansen({
      time: people.map((i) => time[i]!),
      event: Uint8Array.from(people, (i) => event[i]!),
      horizon,
    });
    if (incidence.kind === 'followed-too-short') return false;
    for (let k = 0; k < people.length; k++) values[people[k]!] = incidence.pseudoValues[k]!;
    return true;
  };
  const { ordered, ends } = peopleByStratum(strata);
  let waiting = 0;
  let lastFrom = 0;
  for (const end of ends) {
    if (end === waiting || !fill(ordered.slice(waiting, end))) continue;
    made++;
    lastFrom = waiting;
    waiting = end;
  }
  if (waiting < ordered.length && !fill(ordered.slice(lastFrom))) {
    return {
      kind: 'followed-too-short',
      followedTo: time.reduce((latest, day) => Math.max(latest, day), 0),
    };
  }
  return { kind: 'pseudo-values', values, strata: Math.max(1, made) };
}

/** People in the order of their strata, each stratum in the order given, and where each stratum ends. */
function peopleByStratum(strata: Int32Array): { ordered: Int32Array; ends: Int32Array } {
  const next = new Int32Array(strata.reduce((most, code) => Math.max(most, code), -1) + 1);
  for (const code of strata) next[code]!++;
  for (let code = 0, before = 0; code < next.length; code++) {
    const people = next[code]!;
    next[code] = before;
    before += people;
  }
  const ordered = new Int32Array(strata.length);
  for (let i = 0; i < strata.length; i++) ordered[next[strata[i]!]!++] = i;
  return { ordered, ends: next };
}
