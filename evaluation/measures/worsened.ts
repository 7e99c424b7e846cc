import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Missing } from '../finding.ts';
import type { ProgramColumns } from '../study/program-columns.ts';
import type { AskedValues } from '../views/asked-values.ts';
import { changes, ownScores } from '../views/own-scores.ts';
import { changedInstrument, scaleEnds, wavesSinceStart } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madeRoster, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureContext, type MeasureFigure } from './measure.ts';

const LEAST_PEOPLE = 20;
const BEFORE = 'before';
const ROUNDING = 1e-9;

/** People who got worse by what the plan says matters, of everybody ever enrolled, beside those who got better and those not known. */
export const worsened = defineProgramMeasure({
  id: 'worsened',
  number: 'M33',
  serves: ['G12'],
  sensitive: false,
  better: 'lower',
  needs: ['scores', 'enrolled'],
  when: 'at-look',
  from: 'answers',
  compute(columns, context): readonly MeasureFigure[] | Missing {
    const scales = [...new Set(columns.scores.scale)].sort();
    const figures = scales.flatMap((scale) => onScale(columns, scale, context));
    return figures.length > 0
      ? figures
      : { reason: 'not-recorded', values: { file: 'scores.csv (an outcome of the plan before and after)' } };
  },
  sources: ['Lilienfeld 2007, Psychological treatments that cause harm, 10.1111/j.1745-6916.2007.00029.x'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        enrolled: madeRoster(10, 'mentee'),
        scores: madeScores([
          ...[0, 0, 0, 0, 0, 0, 0, 0].map((_, i) => ({
            person: `p${i}`,
            wave: BEFORE,
            scale: 'skill',
            score: 3,
          })),
          ...[2.8, 2.5, 2.9, 3, 3, 3.2, 3.5, 4].map((score, i) => ({
            person: `p${i}`,
            scale: 'skill',
            score,
          })),
        ]),
      },
      context: { matters: () => 0.2 },
      expected: {
        worsened: { value: 0.2, bounds: [0.2, 0.4] },
        improved: { value: 0.3, bounds: [0.3, 0.5] },
        'not-known': { value: 0.2 },
      },
      from: 'by hand: of 10 enrolled 8 are known; 2 fell by 0.2 or more, 3 rose by as much',
    },
  ],
});

function onScale(
  { scores, enrolled }: Pick<ProgramColumns, 'scores' | 'enrolled'>,
  scale: string,
  context: MeasureContext,
): MeasureFigure[] {
  const matters = context.matters(scale);
  const wave = wavesSinceStart(scores, scale).at(-1);
  if (matters === undefined || wave === undefined) return [];
  const role = context.who(scale) === 'mentees' ? 0 : 1;
  const ends = scaleEnds(scores, scale);
  const own = (at: string): AskedValues => ownScores(scores, enrolled, { role, scale, wave: at, ends });
  const change = changes(own(BEFORE), own(wave));
  if (change.people === 0) return [];
  const turned = context.better(scale) === 'lower' ? -1 : 1;
  const changed = changedInstrument(scores, scale, [BEFORE, wave]);
  const kinds = {
    worsened: (moved: number) => turned * moved <= -matters + ROUNDING,
    improved: (moved: number) => turned * moved >= matters - ROUNDING,
    'not-known': (moved: number) => Number.isNaN(moved),
  } as const;
  return (Object.keys(kinds) as (keyof typeof kinds)[]).map((key) => {
    const figure = ofRoster(key, change, kinds[key], { wave, topic: scale });
    return changed ? { ...figure, ...withoutFigure(changed) } : figure;
  });
}

/** The share of everybody enrolled; whoever is not known stays in the denominator and opens the bounds as far as the scale lets them move. */
function ofRoster(
  key: string,
  change: AskedValues,
  holds: (moved: number) => boolean,
  where: { readonly wave: string; readonly topic: string },
): MeasureFigure {
  const asked = change.values.length;
  const values = change.values.map((moved) => (holds(moved) ? 1 : 0));
  const count = values.reduce((sum, value) => sum + value, 0);
  const share = clusteredMean({ values, clusters: change.clusters });
  const range95 = shareRange({ ...share, estimate: count / asked }, asked, 0.95);
  const mayHold = change.values.map((moved, i) =>
    Number.isNaN(moved) &&
    [change.lowest[i]!, change.highest[i]!].some((end) => Number.isNaN(end) || holds(end))
      ? 1
      : 0,
  );
  const unknown = key === 'not-known' ? 0 : mayHold.reduce((sum, one) => sum + one, 0);
  return {
    key,
    ...where,
    unit: 'share',
    value: count / asked,
    range95,
    noRange: range95 ? null : 'few-clusters',
    n: change.people,
    asked,
    of: 'people',
    count,
    outOf: asked,
    people: change.people,
    bounds: unknown === 0 ? null : [count / asked, (count + unknown) / asked],
    least: { need: LEAST_PEOPLE, have: change.people },
  };
}
