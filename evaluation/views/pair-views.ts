import type { Range } from '../finding.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';
import { scaleEnds, scaleRows } from './scale-rows.ts';

/** Who speaks of whom. */
export type Side = 'mentee' | 'mentor';

/** What each side of every pair says of the other on one scale at one wave; NaN where it is not known. */
export interface PairViews {
  readonly byMentee: Float64Array;
  readonly byMentor: Float64Array;
  /** Lowest and highest possible score. */
  readonly ends: Range | null;
}

/**
 * The views that the two of each pair have of each other, in the order of the pairs.
 *
 * A row says by `about` whom it speaks of. A row without it speaks of the only other that the person is paired with; of somebody
 * with several, it counts for each of their pairs where `several` says so, else for none, because it may be about any.
 * Missing: NaN. A person who was in two pairs with the same other sees both alike.
 */
export function pairViews(
  scores: ScoreRows,
  pairs: PairRows,
  at: { readonly scale: string; readonly wave: string; readonly several: 'for-each' | 'for-none' },
): PairViews {
  const { count, mentor, mentee } = pairs;
  const byMentee = new Float64Array(count).fill(Number.NaN);
  const byMentor = new Float64Array(count).fill(Number.NaN);
  const asMentor = places(mentor);
  const asMentee = places(mentee);
  for (const row of scaleRows(scores, at.scale, at.wave)) {
    const score = scores.score[row]!;
    if (Number.isNaN(score)) continue;
    const person = scores.person[row]!;
    const about = scores.about[row]!;
    if (about === person) continue;
    const told = asMentor.get(person) ?? [];
    const telling = asMentee.get(person) ?? [];
    if (about !== '') {
      for (const i of told) if (mentee[i] === about) byMentor[i] = score;
      for (const i of telling) if (mentor[i] === about) byMentee[i] = score;
      continue;
    }
    // Who is a mentor here and a mentee there may speak of either.
    if (told.length > 0 && telling.length > 0) continue;
    if (told.length + telling.length > 1 && at.several === 'for-none') continue;
    for (const i of told) if (Number.isNaN(byMentor[i]!)) byMentor[i] = score;
    for (const i of telling) if (Number.isNaN(byMentee[i]!)) byMentee[i] = score;
  }
  return { byMentee, byMentor, ends: scaleEnds(scores, at.scale) };
}

/** The pairs that each person stands in. */
function places(people: readonly string[]): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (let i = 0; i < people.length; i++) {
    if (people[i] === '') continue;
    const list = found.get(people[i]!);
    if (list) list.push(i);
    else found.set(people[i]!, [i]);
  }
  return found;
}
