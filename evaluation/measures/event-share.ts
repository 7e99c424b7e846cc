import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { wilson } from '#stats/proportions/wilson.ts';
import { aalenJohansen, type FollowedTooShort } from '#stats/survival/aalen-johansen.ts';
import { pseudoValuesByStratum } from '#stats/survival/pseudo-values-by-stratum.ts';
import type { Missing } from '../finding.ts';
import { wholeMonths } from '../study/day.ts';
import type { FollowUp } from '../study/follow-up.ts';
import type { ArmFigure, ArmOutcome } from './measure.ts';

/** A number per person whose mean is the share with the event by the horizon; made inside strata where there are some. */
export function eventValues({ time, event, strata, horizonDays }: FollowUp): Float64Array | FollowedTooShort {
  const group = { time, event, horizon: horizonDays };
  if (strata) {
    const made = pseudoValuesByStratum({ ...group, strata });
    return made.kind === 'followed-too-short' ? made : made.values;
  }
  const incidence = aalenJohansen(group);
  return incidence.kind === 'followed-too-short' ? incidence : incidence.pseudoValues;
}

/** One number per person for the share with an event: 0 or 1, or a pseudo-value where follow-up was cut short. */
export function eventOutcome(followUp: FollowUp): ArmOutcome | Missing {
  const values = eventValues(followUp);
  if ('kind' in values) return tooShort(values.followedTo);
  let events = 0;
  const unknown = new Uint8Array(followUp.time.length);
  let unknownCount = 0;
  for (let i = 0; i < followUp.time.length; i++) {
    if (followUp.event[i] === 1) events++;
    else if (followUp.event[i] === 0 && followUp.time[i]! < followUp.horizonDays) {
      unknown[i] = 1;
      unknownCount++;
    }
  }
  return {
    values,
    events,
    nonEvents: followUp.time.length - events - unknownCount,
    count: events,
    lost: followUp.lost.reduce((sum, one) => sum + one, 0),
    unknown,
  };
}

/** The share of one group with the event, with its own standard error and Wilson range. */
export function eventFigure(followUp: FollowUp): ArmFigure | Missing {
  const incidence = aalenJohansen({
    time: followUp.time,
    event: followUp.event,
    horizon: followUp.horizonDays,
  });
  if (incidence.kind === 'followed-too-short') return tooShort(incidence.followedTo);
  const { estimate, standardError } = incidence;
  const n = followUp.time.length;
  const size = standardError > 0 ? (estimate * (1 - estimate)) / standardError ** 2 : n;
  return { estimate, standardError, range95: wilson(estimate, size, normalQuantile(0.975)), n };
}

function tooShort(followedToDays: number): Missing {
  return { reason: 'followed-too-short', values: { months: wholeMonths(followedToDays) } };
}

/** The other side of a share: staying instead of leaving. */
export function complementOutcome(outcome: ArmOutcome | Missing): ArmOutcome | Missing {
  return 'reason' in outcome
    ? outcome
    : { ...outcome, values: outcome.values.map((value) => 1 - value), count: outcome.nonEvents };
}

/** The other side of a figure. */
export function complementFigure(figure: ArmFigure | Missing): ArmFigure | Missing {
  if ('reason' in figure) return figure;
  const range95 = figure.range95 && ([1 - figure.range95[1], 1 - figure.range95[0]] as const);
  return { ...figure, estimate: 1 - figure.estimate, range95 };
}
