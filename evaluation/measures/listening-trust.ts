import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import { meanRange } from '../effect/ranges.ts';
import type { Missing } from '../finding.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';
import { type PairViews, pairViews, type Side } from '../views/pair-views.ts';
import { changedInstrument, firstScale, wavesWith } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const TRUST = 'trust';
const LISTENING = ['listening-and-feedback', 'listening'];
const LEAST_PAIRS = 30;
const SIDES = [
  { key: 'mentees-views', side: 'mentee', views: 'byMentee' },
  { key: 'mentors-views', side: 'mentor', views: 'byMentor' },
] as const satisfies readonly { key: string; side: Side; views: keyof PairViews }[];

/** Whether trust rose more in pairs in which listening rose more: one person rates both, so they go together and no more. */
export const listeningTrust = defineProgramMeasure({
  id: 'listening-trust',
  number: 'M09',
  serves: ['S2', 'S13'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute({ scores, pairs }): readonly MeasureFigure[] | Missing {
    const listening = firstScale(scores, LISTENING);
    if (typeof listening !== 'string') return listening;
    const waves = wavesWith(scores, listening).filter((wave) => wavesWith(scores, TRUST).includes(wave));
    const [first, last] = [waves[0], waves.at(-1)];
    if (first === undefined || last === undefined || first === last)
      return { reason: 'too-few-people', values: { have: 0, need: LEAST_PAIRS } };
    const views = (scale: string, wave: string): PairViews =>
      pairViews(scores, pairs, { scale, wave, several: 'for-none' });
    const seen = {
      listening: [views(listening, first), views(listening, last)],
      trust: [views(TRUST, first), views(TRUST, last)],
    } as const;
    const changed = [listening, TRUST]
      .map((scale) => changedInstrument(scores, scale, [first, last]))
      .find((reason) => reason !== undefined);
    return SIDES.map(({ key, views: side }) => {
      const figure = slope(pairs, key, last, seen, side);
      return changed ? { ...figure, ...withoutFigure(changed) } : figure;
    });
  },
  sources: [
    'Kluger and Itzchakov 2022, The power of listening at work, 10.1146/annurev-orgpsych-012420-091013',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: { pairs: madePairs(5), scores: workedScores() },
      expected: { 'mentees-views': { value: 0.75 } },
      from: 'by hand: changes of listening 0 .5 1 −.5 .25 and of trust .25 .25 1 −.25 0; listening before is alike, so its term drops out; 0.9375 ÷ 1.25',
    },
  ],
});

interface SeenTwice {
  readonly listening: readonly [PairViews, PairViews];
  readonly trust: readonly [PairViews, PairViews];
}

function slope(
  pairs: PairRows,
  key: string,
  wave: string,
  { listening, trust }: SeenTwice,
  side: 'byMentee' | 'byMentor',
): MeasureFigure {
  const known = Array.from({ length: pairs.count }, (_, i) => i).filter(
    (i) =>
      !Number.isNaN(
        listening[0][side][i]! + listening[1][side][i]! + trust[0][side][i]! + trust[1][side][i]!,
      ),
  );
  const people = new Set(known.flatMap((i) => [pairs.mentor[i]!, pairs.mentee[i]!]));
  const base = {
    key,
    wave,
    unit: 'coefficient',
    n: known.length,
    asked: pairs.count,
    of: 'pairs',
    count: null,
    people: people.size,
    bounds: null,
    least: { need: LEAST_PAIRS, have: known.length },
  } as const;
  const change = ([before, after]: readonly [PairViews, PairViews]): Float64Array =>
    Float64Array.from(known, (i) => after[side][i]! - before[side][i]!);
  const moved = change(listening);
  if (known.length < 3 || moved.every((value) => value === moved[0]))
    return { ...base, ...withoutFigure({ reason: 'no-spread', values: {} }) };
  const clusters = linkedPairs(pairs);
  const fit = clusteredLeastSquares({
    outcome: change(trust),
    columns: [
      new Float64Array(known.length).fill(1),
      moved,
      Float64Array.from(known, (i) => listening[0][side][i]!),
    ],
    clusters: Int32Array.from(known, (i) => clusters[i]!),
  });
  if (fit.dropped.includes(1)) return { ...base, ...withoutFigure({ reason: 'no-spread', values: {} }) };
  const found = fit.contrast([0, 1, 0]);
  const range95 = meanRange(found, 0.95);
  return { ...base, value: found.estimate, range95, noRange: range95 ? null : 'few-clusters' };
}

function workedScores(): ScoreRows {
  const listening = [0, 0.5, 1, -0.5, 0.25];
  const trust = [0.25, 0.25, 1, -0.25, 0];
  const scores = (scale: string, wave: string, changes: readonly number[]) =>
    changes.map((change, i) => ({ person: `p${i}`, about: `m${i}`, scale, wave, score: 3 + change }));
  const none = [0, 0, 0, 0, 0];
  return madeScores([
    ...scores('listening-and-feedback', 'before', none),
    ...scores('listening-and-feedback', 'after', listening),
    ...scores(TRUST, 'before', none),
    ...scores(TRUST, 'after', trust),
  ]);
}
