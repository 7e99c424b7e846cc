import type { Missing } from '../finding.ts';
import type { MeasureFigure } from '../measures/measure.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';
import { meanFigure } from './asked-values.ts';
import { type PairViews, pairViews, type Side } from './pair-views.ts';
import { overPeople } from './people-of-pairs.ts';
import { changedInstrument, firstScale, wavesWith } from './scale-rows.ts';

/** The least people behind a mean of views (measures M01, M05 to M08). */
const LEAST_PEOPLE = 10;

/** The two directions, which are never pooled. */
const DIRECTIONS = [
  { key: 'mentees-about-mentors', side: 'mentee', views: 'byMentee' },
  { key: 'mentors-about-mentees', side: 'mentor', views: 'byMentor' },
] as const satisfies readonly { key: string; side: Side; views: keyof PairViews }[];

/** How the two sides see each other on a scale, each direction at its last wave: means over people, never pooled over roles. */
export function viewsOfOther(
  scores: ScoreRows,
  pairs: PairRows,
  scales: readonly string[],
): readonly MeasureFigure[] | Missing {
  const scale = firstScale(scores, scales);
  if (typeof scale !== 'string') return scale;
  const waves = wavesWith(scores, scale);
  return DIRECTIONS.map(({ key, side, views }) => {
    const seen = waves.map((wave) => ({
      wave,
      views: pairViews(scores, pairs, { scale, wave, several: 'for-each' }),
    }));
    const last = seen.findLast((at) => at.views[views].some((value) => !Number.isNaN(value))) ?? seen.at(-1)!;
    const figure = meanFigure(
      { key, of: 'people', need: LEAST_PEOPLE, wave: last.wave, scale: last.views.ends },
      overPeople(pairs, side, last.views[views], last.views.ends),
    );
    const changed = changedInstrument(scores, scale, [last.wave]);
    return changed ? { ...figure, ...withoutFigure(changed) } : figure;
  });
}

/** The parts of a figure that fall silent for a reason. */
export function withoutFigure(reason: Missing) {
  return { value: reason, range95: null, noRange: 'no-figure', count: null, bounds: null } as const;
}
