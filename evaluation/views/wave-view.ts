import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { newcombe } from '#stats/proportions/newcombe.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Missing, Range } from '../finding.ts';
import type { PeopleRoster, ProgramColumns } from '../study/program-columns.ts';
import type { ScoreRows } from '../study/rows.ts';
import { agreeing } from './agreeing.ts';
import { askedAt } from './asked-at.ts';
import { type AskedScale, askedScales } from './asked-scales.ts';
import { overEnrolled } from './people-enrolled.ts';
import { changedInstrument } from './scale-rows.ts';

/** How many agree on a scale, wave by wave, of one role (picture P11). */
export interface WaveView {
  readonly scale: string;
  readonly who: 'mentees' | 'mentors';
  readonly about: AskedScale['about'];
  readonly waves: readonly WavePoint[];
  /** Set when the questions changed between the waves: then they cannot be put side by side. */
  readonly changed: Missing | null;
  /** The last wave beside the one before it, as independent groups; null where there is none to put it beside. */
  readonly change: ShareChange | null;
}

/** One wave: of those asked, those who answered, of them those who agree. */
export interface WavePoint {
  readonly wave: string;
  readonly asked: number;
  readonly n: number;
  readonly agree: number;
  readonly value: number;
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
}

/** A difference of shares with its likely range. */
export interface ShareChange {
  readonly estimate: number;
  readonly range95: Range;
}

/**
 * The scales that both roles were asked, with the people who agree at each wave. A person who answered about several others counts
 * once, with the mean.
 *
 * @param need fewest people of a wave: one of fewer looks like one of nobody, in every change that skips it too
 * @param leftOut scales that are outcomes of the plan: their design judges them, not a course of participants alone
 */
export function waveViews(
  scores: ScoreRows,
  enrolled: PeopleRoster,
  roster: ProgramColumns['roster'] | undefined,
  need: number,
  leftOut: ReadonlySet<string>,
): WaveView[] {
  return askedScales(scores, enrolled).flatMap((asked) => {
    const { scale, role, about, ends } = asked;
    if (ends === null || leftOut.has(scale)) return [];
    const waves = asked.waves
      .map(({ wave, rows }) => ({
        wave,
        asked: askedAt(roster, enrolled, wave, role).asked,
        ...pointOf(overEnrolled(enrolled, role, scores, rows, ends), ends),
      }))
      .filter(({ n }) => n >= need);
    if (waves.length === 0) return [];
    const names = waves.map(({ wave }) => wave);
    const changed = changedInstrument(scores, scale, names) ?? null;
    const who = role === 1 ? ('mentors' as const) : ('mentees' as const);
    return [{ scale, who, about, waves, changed, change: changed ? null : lastChange(waves) }];
  });
}

function pointOf(
  { values, clusters }: { readonly values: Float64Array; readonly clusters: Int32Array },
  ends: Range,
): Omit<WavePoint, 'wave' | 'asked'> {
  const known = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]!));
  const agree = agreeing(
    Float64Array.from(known, (i) => values[i]!),
    ends,
  );
  const count = agree.reduce((sum, one) => sum + one, 0);
  const share = clusteredMean({ values: agree, clusters: Int32Array.from(known, (i) => clusters[i]!) });
  const figure = { ...share, estimate: count / known.length };
  return {
    n: known.length,
    agree: count,
    value: figure.estimate,
    range95: shareRange(figure, known.length, 0.95),
    range80: shareRange(figure, known.length, 0.8),
    range50: shareRange(figure, known.length, 0.5),
  };
}

function lastChange(waves: readonly WavePoint[]): ShareChange | null {
  const [before, last] = waves.slice(-2);
  if (!before || !last) return null;
  const { estimate, low, high } = newcombe(last.agree, last.n, before.agree, before.n, 0.95);
  return { estimate, range95: [low, high] };
}
