import type { Missing, Range } from '../finding.ts';
import type { MeasureFigure } from '../measures/measure.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';
import { type AskedValues, meanFigure } from './asked-values.ts';
import { type PairViews, pairViews, type Side } from './pair-views.ts';
import { overPeople } from './people-of-pairs.ts';
import { changedInstrument, scaleEnds, scaleRows, wavesWith } from './scale-rows.ts';
import { viewsOfOther, withoutFigure } from './view-of-other.ts';

const LEAST_PEOPLE = 10;

/** A side as it sees itself, and as the other side sees it. */
const SIDES = [
  { side: 'mentee', own: 'mentees-about-themselves', gap: 'mentees-self-view-gap', seenBy: 'byMentor' },
  { side: 'mentor', own: 'mentors-about-themselves', gap: 'mentors-self-view-gap', seenBy: 'byMentee' },
] as const satisfies readonly { side: Side; own: string; gap: string; seenBy: keyof PairViews }[];

/** How the two sides see each other and themselves on a scale, and how far self and other's view lie apart (measures M05 to M07). */
export function selfAndOther(
  scores: ScoreRows,
  pairs: PairRows,
  scale: string,
): readonly MeasureFigure[] | Missing {
  const waves = wavesWith(scores, scale);
  if (waves.length === 0) return { reason: 'not-recorded', values: { file: `scores.csv (${scale})` } };
  const ofOther = rowsWhere(scores, (row) => !isOwn(scores, row));
  const others = viewsOfOther(ofOther, pairs, [scale]);
  const ends = scaleEnds(scores, scale);
  const own = SIDES.flatMap(({ side, own: ownKey, gap, seenBy }) => {
    const at = lastWithOwn(scores, pairs, scale, waves, side);
    if (!at) return [];
    const { wave, selves } = at;
    const facts = { of: 'people', need: LEAST_PEOPLE, wave } as const;
    const seen = pairViews(ofOther, pairs, { scale, wave, several: 'for-none' })[seenBy];
    const changed = changedInstrument(scores, scale, [wave]);
    return [
      meanFigure({ ...facts, key: ownKey, scale: ends }, perPerson(pairs, side, selves, ends)),
      meanFigure(
        { ...facts, key: gap, scale: ends && [ends[0] - ends[1], ends[1] - ends[0]] },
        gaps(pairs, side, selves, seen, ends),
      ),
    ].map((figure) => (changed ? { ...figure, ...withoutFigure(changed) } : figure));
  });
  return [...('reason' in others ? [] : others), ...own];
}

function isOwn(scores: ScoreRows, row: number): boolean {
  return scores.about[row] === '' || scores.about[row] === scores.person[row];
}

/** The scores that meet a condition, the others as if they were not there. */
function rowsWhere(scores: ScoreRows, holds: (row: number) => boolean): ScoreRows {
  return { ...scores, score: scores.score.map((score, row) => (holds(row) ? score : Number.NaN)) };
}

/** What each person of a side says of themselves, at the last wave at which somebody does. */
function lastWithOwn(
  scores: ScoreRows,
  pairs: PairRows,
  scale: string,
  waves: readonly string[],
  side: Side,
): { wave: string; selves: ReadonlyMap<string, number> } | undefined {
  const people = new Set(pairs[side]);
  return waves
    .map((wave) => {
      const selves = new Map<string, number>();
      for (const row of scaleRows(scores, scale, wave)) {
        const known = !Number.isNaN(scores.score[row]!) && isOwn(scores, row);
        if (known && people.has(scores.person[row]!)) selves.set(scores.person[row]!, scores.score[row]!);
      }
      return { wave, selves };
    })
    .findLast(({ selves }) => selves.size > 0);
}

function perPerson(
  pairs: PairRows,
  side: Side,
  selves: ReadonlyMap<string, number>,
  ends: Range | null,
): AskedValues {
  const perPair = Float64Array.from(pairs[side], (person) => selves.get(person) ?? Number.NaN);
  return overPeople(pairs, side, perPair, ends);
}

/** Self minus the mean of the others' views, per person who is seen by at least one; the rest of the bounds stays open. */
function gaps(
  pairs: PairRows,
  side: Side,
  selves: ReadonlyMap<string, number>,
  seen: Float64Array,
  ends: Range | null,
): AskedValues {
  const self = perPerson(pairs, side, selves, ends);
  const other = overPeople(pairs, side, seen, ends);
  const values = self.values.map((value, i) => value - other.values[i]!);
  return {
    values,
    lowest: self.lowest.map((value, i) => value - other.highest[i]!),
    highest: self.highest.map((value, i) => value - other.lowest[i]!),
    clusters: self.clusters,
    people: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
  };
}
