import { unpairedChangeOfShares } from '#stats/means/unpaired-change.ts';
import type { Missing, Range } from '../finding.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';
import { meanFigure } from '../views/asked-values.ts';
import { agreesFrom } from '../views/agreeing.ts';
import { type PairViews, pairViews, type Side } from '../views/pair-views.ts';
import { overPeople } from '../views/people-of-pairs.ts';
import { changedInstrument, wavesWith } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const SCALE = 'trust';
const LEAST_PER_WAVE = 20;
const SIDES = [
  { side: 'mentee', views: 'byMentee', paired: 'mentees-change', apart: 'mentees-two-groups' },
  { side: 'mentor', views: 'byMentor', paired: 'mentors-change', apart: 'mentors-two-groups' },
] as const satisfies readonly { side: Side; views: keyof PairViews; paired: string; apart: string }[];

/** How trust changed from its first wave to its last, each direction: the same people's change, else two groups, labelled so. */
export const trustTrend = defineProgramMeasure({
  id: 'trust-trend',
  number: 'M03',
  serves: ['S7', 'S32', 'S40'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute({ scores, pairs }): readonly MeasureFigure[] | Missing {
    const waves = wavesWith(scores, SCALE);
    if (waves.length === 0) return { reason: 'not-recorded', values: { file: `scores.csv (${SCALE})` } };
    const seen = waves.map((wave) => ({
      wave,
      views: pairViews(scores, pairs, { scale: SCALE, wave, several: 'for-each' }),
    }));
    const figures = SIDES.flatMap((side) => {
      const asked = seen.filter(({ views }) => views[side.views].some((value) => !Number.isNaN(value)));
      const [first, last] = [asked[0], asked.at(-1)];
      if (!first || !last || first === last) return [];
      return [trend(scores, pairs, side, first, last)];
    });
    return figures.length > 0
      ? figures
      : { reason: 'too-few-people', values: { have: 0, need: LEAST_PER_WAVE } };
  },
  sources: [
    'Newcombe 1998, Interval estimation for the difference between independent proportions, 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: madePairs(160),
        scores: madeScores(
          Array.from({ length: 160 }, (_, i) => ({
            person: `p${i}`,
            about: `m${i}`,
            scale: SCALE,
            wave: i < 79 ? 'during1' : 'during2',
            score: i < 61 || (i >= 79 && i < 79 + 68) ? 4 : 3,
          })),
        ),
      },
      expected: { 'mentees-two-groups': { value: 0.0674, range95: [-0.0559, 0.1894] } },
      from: "68 of 81 against 61 of 79; Newcombe's method 10 as the method's own table prints it",
    },
  ],
});

interface Seen {
  readonly wave: string;
  readonly views: PairViews;
}

function trend(
  scores: ScoreRows,
  pairs: PairRows,
  { side, views, paired, apart }: (typeof SIDES)[number],
  first: Seen,
  last: Seen,
): MeasureFigure {
  const { ends } = last.views;
  const [before, after] = [first.views[views], last.views[views]];
  const change = overPeople(
    pairs,
    side,
    after.map((value, i) => value - before[i]!),
    (pair) => furthest(before[pair]!, after[pair]!, ends),
  );
  const facts = { of: 'people', need: LEAST_PER_WAVE, wave: last.wave } as const;
  const together = meanFigure(
    { ...facts, key: paired, scale: ends && [ends[0] - ends[1], ends[1] - ends[0]] },
    change,
  );
  const changed = changedInstrument(scores, SCALE, [first.wave, last.wave]);
  if (changed) return { ...together, ...withoutFigure(changed) };
  if (together.n >= LEAST_PER_WAVE || !ends) return together;
  const groups = [before, after].map((values) => agreeing(pairs, side, values, ends));
  return twoGroups({ ...together, key: apart }, groups[0]!, groups[1]!) ?? together;
}

/** How far a view could have changed, from what is known of it. */
function furthest(before: number, after: number, ends: Range | null): Range {
  const [low, high] = ends ?? [Number.NaN, Number.NaN];
  const or = (value: number, end: number): number => (Number.isNaN(value) ? end : value);
  return [or(after, low) - or(before, high), or(after, high) - or(before, low)];
}

interface Agreeing {
  readonly events: number;
  readonly people: number;
}

function agreeing(pairs: PairRows, side: Side, perPair: Float64Array, ends: Range): Agreeing {
  const limit = agreesFrom(ends);
  const known = overPeople(pairs, side, perPair, ends).values.filter((value) => !Number.isNaN(value));
  return { events: known.filter((value) => value >= limit).length, people: known.length };
}

/** The difference of two groups of people who mostly answered once; undefined where a wave has too few. */
function twoGroups(figure: MeasureFigure, before: Agreeing, after: Agreeing): MeasureFigure | undefined {
  const have = Math.min(before.people, after.people);
  if (have < LEAST_PER_WAVE) return undefined;
  const change = unpairedChangeOfShares(before, after, 0.95);
  if (change.kind === 'missing') return undefined;
  return {
    ...figure,
    unit: 'share-change',
    scale: null,
    value: change.estimate,
    range95: change.range,
    noRange: change.range ? null : 'few-clusters',
    n: have,
    people: have,
    bounds: null,
    shares: [before, after].map(({ events, people }) => [events, people] as const),
    least: { need: LEAST_PER_WAVE, have },
  };
}
