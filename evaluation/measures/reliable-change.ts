import { centreAndSpread } from '#stats/numeric/centre-and-spread.ts';
import { reliableChangeThreshold } from '#stats/means/reliable-change.ts';
import type { Missing } from '../finding.ts';
import type { ProgramColumns } from '../study/program-columns.ts';
import { type AskedValues, shareFigure } from '../views/asked-values.ts';
import { changes, ownScores } from '../views/own-scores.ts';
import { changedInstrument, scaleEnds, wavesSinceStart } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madeRoster, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureContext, type MeasureFigure } from './measure.ts';
import { skillScales } from './skill-scales.ts';

const LEAST_PEOPLE = 20;
const BEFORE = 'before';
/** Differences of decimals that are equal on paper may differ by this. */
const ROUNDING = 1e-9;

/** People whose skill changed by more than the scale's own error, for better and for worse, side by side. */
export const reliableChange = defineProgramMeasure({
  id: 'reliable-change',
  number: 'M28',
  serves: ['S35', 'G12'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'enrolled'],
  when: 'at-look',
  from: 'answers',
  compute(columns, context): readonly MeasureFigure[] | Missing {
    const figures = skillScales(columns.scores, context).flatMap((scale) => onScale(columns, scale, context));
    return figures.length > 0
      ? figures
      : { reason: 'not-recorded', values: { file: 'scores.csv (a skill before and after)' } };
  },
  sources: ['Jacobson and Truax 1991, Clinical significance, 10.1037/0022-006X.59.1.12'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: { enrolled: madeRoster(5, 'mentee'), scores: workedScores() },
      context: { subject: () => 'skill', reliability: () => 0.8 },
      expected: { improved: { value: 0.4 }, unchanged: { value: 0.4 }, worsened: { value: 0.2 } },
      from: 'by hand: 1.96 × 0.6 × √(2 × 0.2) = 0.7438 with a standard deviation of 0.6 before; changes 0.75 0.75 0.7 0 −1',
    },
  ],
});

function onScale(
  { scores, enrolled }: Pick<ProgramColumns, 'scores' | 'enrolled'>,
  scale: string,
  context: MeasureContext,
): MeasureFigure[] {
  const ends = scaleEnds(scores, scale);
  const wave = wavesSinceStart(scores, scale).at(-1);
  if (wave === undefined) return [];
  const own = (at: string): AskedValues => ownScores(scores, enrolled, { role: 0, scale, wave: at, ends });
  const before = own(BEFORE);
  const change = changes(before, own(wave));
  if (before.people < 2 || change.people === 0) return [];
  const reliability = context.reliability(scale);
  const { spread } = centreAndSpread(before.values.filter((value) => !Number.isNaN(value)));
  const sampleSpread = spread * Math.sqrt(before.people / (before.people - 1));
  const limit = reliability === undefined ? Number.NaN : reliableChangeThreshold(sampleSpread, reliability);
  const turned = context.better(scale) === 'lower' ? -1 : 1;
  const kinds = {
    improved: (moved: number) => turned * moved > limit + ROUNDING,
    unchanged: (moved: number) => Math.abs(moved) <= limit + ROUNDING,
    worsened: (moved: number) => turned * moved < -limit - ROUNDING,
  } as const;
  const silence: Missing | undefined =
    changedInstrument(scores, scale, [BEFORE, wave]) ??
    (reliability === undefined ? { reason: 'reliability-not-known', values: {} } : undefined);
  return (Object.keys(kinds) as (keyof typeof kinds)[]).map((key) => {
    const values = change.values.map((moved) => (Number.isNaN(moved) ? moved : kinds[key](moved) ? 1 : 0));
    const figure = shareFigure(
      {
        key,
        of: 'people',
        need: LEAST_PEOPLE,
        wave,
        topic: scale,
        sums: [{ sum: 'known', as: 'part' }],
      },
      { ...change, values },
    );
    return silence ? { ...figure, ...withoutFigure(silence) } : figure;
  });
}

function workedScores() {
  // Mean 3, squares 0.72 0 0 0 0.72: variance 1.44 ÷ 4 = 0.36.
  const before = [3 - Math.sqrt(0.72), 3, 3, 3, 3 + Math.sqrt(0.72)];
  const moved = [0.75, 0.75, 0.7, 0, -1];
  return madeScores([
    ...before.map((score, i) => ({ person: `p${i}`, wave: BEFORE, scale: 'leadership', score })),
    ...before.map((score, i) => ({
      person: `p${i}`,
      wave: 'after',
      scale: 'leadership',
      score: score + moved[i]!,
    })),
  ]);
}
