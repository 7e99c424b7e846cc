import { madePairs, madeScores } from './made-scores.ts';
import type { WorkedProgram } from './measure.ts';

/** Six pairs of whom mentees speak of mentors, and mentors of themselves, on a scale. */
export function madeViews(scale: string): WorkedProgram<'scores' | 'pairs'> {
  return {
    columns: {
      pairs: madePairs(6),
      scores: madeScores([
        ...[4.25, 4.5, 3.75, 4, 5, 4.5].map((score, i) => ({
          person: `p${i}`,
          about: `m${i}`,
          scale,
          score,
        })),
        ...[5, 4.5, 4.25, 4, 5, 4.25].map((score, i) => ({ person: `m${i}`, scale, score })),
      ]),
    },
    expected: {
      'mentees-about-mentors': { value: 4.3333, range95: [3.8739, 4.7928] },
      'mentors-about-themselves': { value: 4.5, range95: [4.061, 4.939] },
      'mentors-self-view-gap': { value: 0.1667, range95: [-0.2283, 0.5617] },
    },
    from: 'R: t.test of 4.25 4.5 3.75 4 5 4.5, of 5 4.5 4.25 4 5 4.25, and of their differences',
  };
}
