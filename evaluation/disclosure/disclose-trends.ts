import type { Missing } from '../finding.ts';
import type { PulseTrend, Pulses } from '../trends/pulse-trends.ts';
import type { RhythmFlags } from '../trends/rhythm-flags.ts';
import type { Trends } from '../trends/trends.ts';
import { RHYTHM_ENDS } from '../views/rhythm-view.ts';
import type {
  ShownFlags,
  ShownLaterWave,
  ShownPulse,
  ShownTrends,
  ShownViews,
  ShownWaveView,
} from '../views/shown-views.ts';
import { answerShare } from './disclose-views.ts';
import { differenceShown, significant } from './two-digits.ts';

/** Nothing counts as mattering for a change of shares from wave to wave. */
const NO_LIMIT = 0;

/** Trends through the door, after the views: what a picture does not show apart, no sentence tells apart. */
export function disclosedTrends(trends: Trends, views: ShownViews): ShownTrends {
  const { pulses, flags } = trends;
  return {
    pulses: 'reason' in pulses ? pulses : shownPulses(pulses, views),
    flags: 'reason' in flags ? flags : shownFlags(flags, views),
  };
}

function shownPulses({ trends, statements }: Pulses, { waves }: ShownViews): ShownTrends['pulses'] {
  const shown = trends.flatMap((trend) => {
    const view = waves.find(
      ({ scale, who, about }) => scale === trend.scale && who === trend.who && about === trend.about,
    );
    return view ? [shownPulse(trend, view)] : [];
  });
  return { trends: shown, statements };
}

function shownPulse(trend: PulseTrend, view: ShownWaveView): ShownPulse {
  const shareAt = (wave: string) => {
    const point = view.waves.find((one) => one.wave === wave);
    return { n: point?.hidden ? null : (point?.n ?? null), agree: point?.count ?? null };
  };
  // Of two waves together no count is told when one of them may be told in words only.
  const first = trend.start.waves.map(shareAt);
  const open = first.every(({ agree }) => agree !== null);
  return {
    ...trend,
    start: { ...trend.start, n: open ? trend.start.n : null, agree: open ? trend.start.agree : null },
    later: trend.later.map((later) => ({
      wave: later.wave,
      ...shareAt(later.wave),
      step: stepOf(later, open, shareAt(later.wave).agree !== null),
    })),
  };
}

function stepOf(
  { step }: PulseTrend['later'][number],
  startTold: boolean,
  waveTold: boolean,
): ShownLaterWave['step'] {
  if ('reason' in step) return shownReason(step);
  const { alarm, level, estimate, range } = step;
  if (!startTold || !waveTold) return { alarm, level, estimate: null, range: null };
  return {
    alarm,
    level,
    estimate: differenceShown(estimate, NO_LIMIT),
    range: [differenceShown(range[0], NO_LIMIT), differenceShown(range[1], NO_LIMIT)],
  };
}

/** No text prints a number of people below the floor (D12): only what is needed is told. */
function shownReason({ reason, values }: Missing): Missing {
  const told = Object.entries(values).filter(([name]) => name !== 'have');
  return { reason, values: Object.fromEntries(told) };
}

function shownFlags(flags: RhythmFlags, { rhythm }: ShownViews): ShownFlags | Missing {
  if (rhythm === null) return { reason: 'too-few-pairs', values: {} };
  return {
    ...flags,
    variation: significant(flags.variation, 2),
    limits: flags.limits.map(({ times, flagged, chance, expected }) => {
      const end = RHYTHM_ENDS.indexOf(times as (typeof RHYTHM_ENDS)[number]);
      const apart = rhythm.cells.some(({ to }) => to === end);
      const words = apart ? null : answerShare(flags.pairs, flagged, flagged / flags.pairs, null).words;
      return {
        times,
        chance: significant(chance, 2),
        expected: significant(expected, 2),
        flagged: apart ? flagged : null,
        words,
      };
    }),
  };
}
