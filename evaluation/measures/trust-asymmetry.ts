import type { Missing } from '../finding.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import type { PairRows } from '../study/program-rows.ts';
import { type AskedValues, meanFigure } from '../views/asked-values.ts';
import { type PairViews, pairViews } from '../views/pair-views.ts';
import { changedInstrument, wavesWith } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const SCALE = 'trust';
const LEAST_PAIRS = 20;
/** Mentee and mentor of six pairs; their differences are .5 −.5 1 −.5 0 .5. */
const WORKED = [
  [4.5, 4],
  [3.5, 4],
  [5, 4],
  [3, 3.5],
  [4, 4],
  [4.5, 4],
] as const;

/** Who trusts more, the mentee or the mentor, and how far the two lie apart: of groups of pairs only. */
export const trustAsymmetry = defineProgramMeasure({
  id: 'trust-asymmetry',
  number: 'M04',
  serves: ['S7'],
  sensitive: false,
  better: 'lower',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute({ scores, pairs }): readonly MeasureFigure[] | Missing {
    const seen = wavesWith(scores, SCALE).map((wave) => ({
      wave,
      views: pairViews(scores, pairs, { scale: SCALE, wave, several: 'for-none' }),
    }));
    if (seen.length === 0) return { reason: 'not-recorded', values: { file: `scores.csv (${SCALE})` } };
    const both = ({ views }: (typeof seen)[number]): boolean =>
      views.byMentee.some((value, i) => !Number.isNaN(value + views.byMentor[i]!));
    const { wave, views } = seen.findLast(both) ?? seen.at(-1)!;
    const { signed, absolute } = differences(views, pairs);
    const width = views.ends ? views.ends[1] - views.ends[0] : null;
    const facts = { of: 'pairs', need: LEAST_PAIRS, wave } as const;
    const changed = changedInstrument(scores, SCALE, [wave]);
    return [
      meanFigure(
        { ...facts, key: 'mentee-minus-mentor', scale: width === null ? null : [-width, width] },
        signed,
      ),
      meanFigure({ ...facts, key: 'apart', scale: width === null ? null : [0, width] }, absolute),
    ].map((figure) => (changed ? { ...figure, ...withoutFigure(changed) } : figure));
  },
  sources: [
    'Korsgaard, Brower and Lester 2015, It is not always mutual: a critical review of dyadic trust, 10.1177/0149206314547521',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: madePairs(6),
        scores: madeScores(
          WORKED.flatMap(([mentee, mentor], i) => [
            { person: `p${i}`, about: `m${i}`, scale: SCALE, score: mentee },
            { person: `m${i}`, about: `p${i}`, scale: SCALE, score: mentor },
          ]),
        ),
      },
      expected: {
        'mentee-minus-mentor': { value: 0.1667, range95: [-0.4688, 0.8021] },
        apart: { value: 0.5 },
      },
      from: 'R: t.test(c(.5, -.5, 1, -.5, 0, .5)); mean of the absolute values by hand',
    },
  ],
});

function differences(
  { byMentee, byMentor, ends }: PairViews,
  pairs: PairRows,
): { signed: AskedValues; absolute: AskedValues } {
  const [low, high] = ends ?? [Number.NaN, Number.NaN];
  const or = (value: number, end: number): number => (Number.isNaN(value) ? end : value);
  const values = byMentee.map((value, i) => value - byMentor[i]!);
  const lowest = byMentee.map((value, i) => or(value, low) - or(byMentor[i]!, high));
  const highest = byMentee.map((value, i) => or(value, high) - or(byMentor[i]!, low));
  const people = new Set<string>();
  values.forEach((value, i) => {
    if (!Number.isNaN(value)) people.add(pairs.mentor[i]!).add(pairs.mentee[i]!);
  });
  const rest = { clusters: linkedPairs(pairs), people: people.size };
  return {
    signed: { ...rest, values, lowest, highest },
    absolute: {
      ...rest,
      values: values.map(Math.abs),
      lowest: values.map((value, i) => Math.abs(or(value, Math.max(lowest[i]!, Math.min(0, highest[i]!))))),
      highest: lowest.map((value, i) => Math.max(Math.abs(value), Math.abs(highest[i]!))),
    },
  };
}
