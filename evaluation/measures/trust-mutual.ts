import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Missing } from '../finding.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import type { PairRows } from '../study/program-rows.ts';
import { agreesFrom } from '../views/agreeing.ts';
import { type PairViews, pairViews } from '../views/pair-views.ts';
import { changedInstrument, wavesWith } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const SCALE = 'trust';
const LEAST_PAIRS = 20;
/** Where trust begins on a scale of which the file gives no ends: one of 1 to 5. */
const TRUST_FROM = agreesFrom([1, 5]);

/** Pairs in which both trust the other, of all pairs ever made. */
export const trustMutual = defineProgramMeasure({
  id: 'trust-mutual',
  number: 'M02',
  serves: ['S7'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute({ scores, pairs }): readonly MeasureFigure[] | Missing {
    const waves = wavesWith(scores, SCALE);
    const wave = waves.at(-1);
    if (wave === undefined) return { reason: 'not-recorded', values: { file: `scores.csv (${SCALE})` } };
    const figure = figureOf(
      pairViews(scores, pairs, { scale: SCALE, wave, several: 'for-none' }),
      pairs,
      wave,
    );
    const changed = changedInstrument(scores, SCALE, [wave]);
    return [changed ? { ...figure, ...withoutFigure(changed) } : figure];
  },
  sources: [
    "Korsgaard, Brower and Lester 2015, It isn't always mutual: a critical review of dyadic trust, 10.1177/0149206314547521",
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: madePairs(12),
        scores: madeScores(
          Array.from({ length: 9 }, (_, i) => [
            { person: `p${i}`, about: `m${i}`, scale: SCALE, score: 4.5 },
            { person: `m${i}`, about: `p${i}`, scale: SCALE, score: i < 6 ? 4 : 3.5 },
          ]).flat(),
        ),
      },
      expected: { 'both-trust': { value: 0.5, bounds: [0.5, 0.75] } },
      from: 'by hand: 12 pairs, 9 known, 6 mutual; 6 ÷ 12 and (6 + 3) ÷ 12',
    },
  ],
});

function figureOf({ byMentee, byMentor, ends }: PairViews, pairs: PairRows, wave: string): MeasureFigure {
  const limit = ends ? agreesFrom(ends) : TRUST_FROM;
  const known = byMentee.map((value, i) => (Number.isNaN(value + byMentor[i]!) ? 0 : 1));
  const mutual = byMentee.map((value, i) => (value >= limit && byMentor[i]! >= limit ? 1 : 0));
  // One side's distrust settles a pair of which the other is not known.
  const possible = byMentee.map((value, i) => (value < limit || byMentor[i]! < limit ? 0 : 1));
  const [n, count, open] = [sum(known), sum(mutual), sum(possible)];
  const base = {
    key: 'both-trust',
    wave,
    unit: 'share',
    n,
    asked: pairs.count,
    of: 'pairs',
    outOf: pairs.count,
    people: peopleIn(pairs, known),
    least: { need: LEAST_PAIRS, have: n },
  } as const;
  if (pairs.count === 0)
    return {
      ...base,
      ...withoutFigure({ reason: 'too-few-people', values: { have: 0, need: LEAST_PAIRS } }),
    };
  const share = clusteredMean({ values: mutual, clusters: linkedPairs(pairs) });
  const range95 = shareRange({ ...share, estimate: count / pairs.count }, pairs.count, 0.95);
  return {
    ...base,
    value: count / pairs.count,
    range95,
    noRange: range95 ? null : 'few-clusters',
    count,
    bounds: open === count ? null : [count / pairs.count, open / pairs.count],
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function peopleIn(pairs: PairRows, known: Float64Array): number {
  const people = new Set<string>();
  for (let i = 0; i < pairs.count; i++)
    if (known[i] === 1) people.add(pairs.mentor[i]!).add(pairs.mentee[i]!);
  return people.size;
}
