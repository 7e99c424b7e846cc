import type { Range } from '../finding.ts';
import type { PeopleRoster } from '../study/program-columns.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';
import type { AskedValues } from './asked-values.ts';
import { ownScores } from './own-scores.ts';
import { overEnrolled } from './people-enrolled.ts';
import { scaleRows } from './scale-rows.ts';

/** Who sees a mentee's skill. */
export type Viewer = 'self' | 'mentor' | 'third-party';
export const VIEWERS: readonly Viewer[] = ['self', 'mentor', 'third-party'];

/**
 * The score of each enrolled mentee on a scale at a wave, as one kind of viewer gives it: the mentee, a mentor of a pair with the
 * mentee, or anybody else. Several viewers of one kind count with their mean.
 */
export function viewsOfMentees(
  scores: ScoreRows,
  enrolled: PeopleRoster,
  pairs: PairRows | undefined,
  at: { readonly viewer: Viewer; readonly scale: string; readonly wave: string; readonly ends: Range | null },
): AskedValues {
  if (at.viewer === 'self') return ownScores(scores, enrolled, { ...at, role: 0 });
  const mentorOf = new Set(pairs?.pair.map((_, i) => `${pairs.mentor[i]!}\u0000${pairs.mentee[i]!}`));
  const rows = scaleRows(scores, at.scale, at.wave).filter((row) => {
    const [person, about] = [scores.person[row]!, scores.about[row]!];
    if (about === '' || about === person) return false;
    return (mentorOf.has(`${person}\u0000${about}`) ? 'mentor' : 'third-party') === at.viewer;
  });
  return overEnrolled(enrolled, 0, scores, rows, at.ends, scores.about);
}
