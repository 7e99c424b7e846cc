import { standardisedChange } from '#stats/means/standardised-change.ts';
import { unpairedChange } from '#stats/means/unpaired-change.ts';
import type { Missing, Range } from '../finding.ts';
import type { ProgramColumns } from '../study/program-columns.ts';
import type { ScoreRows } from '../study/rows.ts';
import { type AskedValues, type FigureFacts, meanFigure } from '../views/asked-values.ts';
import { changes } from '../views/own-scores.ts';
import { changedInstrument, scaleEnds, wavesSinceStart } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { VIEWERS, type Viewer, viewsOfMentees } from '../views/views-of-mentees.ts';
import { madeRoster, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';
import { skillScales } from './skill-scales.ts';

const LEAST_PEOPLE = 20;
const BEFORE = 'before';
const WORKED = {
  before: [3, 3.25, 2.75, 4, 3.5, 3.25, 2.5, 3.75],
  after: [3.5, 3.25, 3.5, 4.25, 3.25, 4, 3, 4.25],
};

/** How each competency of mentees changed from before: as they, their mentors and third parties see it, apart. */
export const skillChange = defineProgramMeasure({
  id: 'skill-change',
  number: 'M27',
  serves: ['S35', 'S40'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'enrolled'],
  uses: ['pairs'],
  when: 'at-look',
  from: 'answers',
  compute(columns, context): readonly MeasureFigure[] | Missing {
    const scales = skillScales(columns.scores, context);
    const figures = scales.flatMap((scale) => changesOn(columns, scale));
    return figures.length > 0
      ? figures
      : { reason: 'not-recorded', values: { file: 'scores.csv (a skill before and after)' } };
  },
  sources: [
    "Hedges 1981, Distribution theory for Glass's estimator of effect size, 10.3102/10769986006002107",
    'Barnett, van der Pols and Dobson 2005, Regression to the mean, 10.1093/ije/dyh299',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: { enrolled: madeRoster(8, 'mentee'), scores: workedScores() },
      context: { subject: () => 'skill' },
      expected: {
        'self-change': { value: 0.375, range95: [0.0794, 0.6706] },
        'self-standardised': { value: 0.6662 },
      },
      from: 'R: t.test(after - before); 0.375 ÷ sd(before) × J(7) with sd(before) 0.5',
    },
  ],
});

type Columns = Pick<ProgramColumns, 'scores' | 'enrolled'> & Partial<Pick<ProgramColumns, 'pairs'>>;

/** The changes on one scale, to every wave after the first, each viewer apart. */
function changesOn({ scores, enrolled, pairs }: Columns, scale: string): MeasureFigure[] {
  const ends = scaleEnds(scores, scale);
  const waves = wavesSinceStart(scores, scale);
  return VIEWERS.flatMap((viewer) => {
    const seen = (wave: string): AskedValues =>
      viewsOfMentees(scores, enrolled, pairs, { viewer, scale, wave, ends });
    const before = seen(BEFORE);
    if (before.people === 0) return [];
    return waves.flatMap((wave) => {
      const after = seen(wave);
      if (after.people === 0) return [];
      const changed = changedInstrument(scores, scale, [BEFORE, wave]);
      return changeFigures({ viewer, wave, topic: scale, ends }, before, after).map((figure) =>
        changed ? { ...figure, ...withoutFigure(changed) } : figure,
      );
    });
  });
}

interface What {
  readonly viewer: Viewer;
  readonly wave: string;
  readonly topic: string;
  readonly ends: Range | null;
}

/** The paired change and its size in standard deviations; with too few pairs but enough people each time, two groups, named so. */
function changeFigures(
  { viewer, wave, topic, ends }: What,
  before: AskedValues,
  after: AskedValues,
): MeasureFigure[] {
  const facts: Omit<FigureFacts, 'key'> = {
    of: 'people',
    need: LEAST_PEOPLE,
    wave,
    topic,
    scale: ends && [ends[0] - ends[1], ends[1] - ends[0]],
  };
  const paired = meanFigure({ ...facts, key: `${viewer}-change` }, changes(before, after));
  if (paired.n < LEAST_PEOPLE && Math.min(before.people, after.people) >= LEAST_PEOPLE)
    return [twoGroups({ ...paired, key: `${viewer}-two-groups` }, before, after)];
  const both = Array.from({ length: before.values.length }, (_, i) => i).filter(
    (i) => !Number.isNaN(before.values[i]! + after.values[i]!),
  );
  const size = standardisedChange(
    Float64Array.from(both, (i) => before.values[i]!),
    Float64Array.from(both, (i) => after.values[i]!),
  );
  return [
    paired,
    {
      ...paired,
      key: `${viewer}-standardised`,
      unit: 'coefficient',
      scale: null,
      value: size ?? { reason: 'no-spread', values: {} },
      range95: null,
      noRange: 'as-change',
      bounds: null,
    },
  ];
}

/** The difference of two means of people who cannot be joined. */
function twoGroups(figure: MeasureFigure, before: AskedValues, after: AskedValues): MeasureFigure {
  const known = ({ values, clusters }: AskedValues) => {
    const at = Int32Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]!));
    return { values: Float64Array.from(at, (i) => values[i]!), clusters: at.map((i) => clusters[i]!) };
  };
  const change = unpairedChange(known(before), known(after), 0.95);
  const have = Math.min(before.people, after.people);
  const rest = { n: have, people: have, bounds: null, least: { need: LEAST_PEOPLE, have } };
  return change.kind === 'missing'
    ? { ...figure, ...rest }
    : {
        ...figure,
        ...rest,
        value: change.estimate,
        range95: change.range,
        noRange: change.range ? null : 'few-clusters',
      };
}

function workedScores(): ScoreRows {
  return madeScores(
    (['before', 'after'] as const).flatMap((wave) =>
      WORKED[wave].map((score, i) => ({ person: `p${i}`, wave, scale: 'leadership', score })),
    ),
  );
}
