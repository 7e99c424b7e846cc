import { type PulseStep, pulse } from '#stats/trends/pulse.ts';
import type { Missing, Range } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import { wavesInOrder } from '../study/waves.ts';
import type { WaveView } from '../views/wave-view.ts';

/** The later waves of one scale beside the first two together. */
export interface PulseTrend {
  readonly scale: string;
  readonly who: WaveView['who'];
  readonly about: WaveView['about'];
  /** The first two waves. */
  readonly start: { readonly waves: readonly string[]; readonly agree: number; readonly n: number };
  /** Later waves that were planned: the level is shared among them. */
  readonly plannedLaterWaves: number;
  readonly later: readonly LaterWave[];
}

/** A later wave: what it says beside the start, or why it says nothing. */
export interface LaterWave {
  readonly wave: string;
  readonly agree: number;
  readonly n: number;
  readonly step: PulseChange | Missing;
}

/** A change of the share who agree, with its range at the shared level. */
export interface PulseChange {
  readonly estimate: number;
  readonly range: Range;
  readonly level: number;
  readonly alarm: 'higher' | 'lower' | 'none';
}

/** All pulses of a program. */
export interface Pulses {
  readonly trends: readonly PulseTrend[];
  /** Scales that are watched: the level is shared among them too. */
  readonly statements: number;
}

/** Two waves are the start; the third is the first that can be held against them. */
const START_WAVES = 2;

/** The pulses of every scale that was asked in three waves or more, or why there are none. */
export function pulseTrends(views: readonly WaveView[], plan: Plan): Pulses | Missing {
  if (views.length === 0) return { reason: 'not-recorded', values: { file: 'scores.csv' } };
  const watched = views.filter(({ waves }) => waves.length > START_WAVES);
  if (watched.length === 0) {
    const have = Math.max(...views.map(({ waves }) => waves.length));
    return { reason: 'too-few-waves', values: { have, need: START_WAVES + 1 } };
  }
  const statements = watched.length;
  return { statements, trends: watched.map((view) => trendOf(view, plan, statements)) };
}

function trendOf(view: WaveView, plan: Plan, statements: number): PulseTrend {
  const { scale, who, about, waves } = view;
  const plannedLaterWaves = plannedLater(
    waves.map(({ wave }) => wave),
    plan,
  );
  const first = waves.slice(0, START_WAVES);
  const steps = pulse({
    waves: waves.map(({ agree, n }) => ({ events: agree, people: n })),
    plannedLaterWaves,
    statements,
  });
  return {
    scale,
    who,
    about,
    start: {
      waves: first.map(({ wave }) => wave),
      agree: first.reduce((sum, { agree }) => sum + agree, 0),
      n: first.reduce((sum, { n }) => sum + n, 0),
    },
    plannedLaterWaves,
    later: waves
      .slice(START_WAVES)
      .map(({ wave, agree, n }, i) => ({ wave, agree, n, step: view.changed ?? stepOf(steps[i]!) })),
  };
}

/** The waves that the plan names from the first one asked on, less the two of the start; those that came, where it names none. */
function plannedLater(seen: readonly string[], { waves = {} }: Plan): number {
  const names = new Set(Object.keys(waves));
  const all = wavesInOrder([...names, ...seen]);
  const planned = all.slice(all.indexOf(seen[0]!)).filter((wave) => names.has(wave));
  return planned.length > START_WAVES ? planned.length - START_WAVES : seen.length - START_WAVES;
}

function stepOf(step: PulseStep): LaterWave['step'] {
  if (step.kind === 'change') {
    const { estimate, range, level, alarm } = step;
    return { estimate, range, level, alarm };
  }
  if (step.reason === 'fewer-than-20')
    return { reason: 'too-few-people', values: { have: step.have, need: step.need } };
  return { reason: 'more-waves-than-planned', values: {} };
}
