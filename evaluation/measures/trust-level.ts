import { viewsOfOther } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure } from './measure.ts';

/** How much mentees trust their mentors, and mentors their mentees: two figures that are never pooled. */
export const trustLevel = defineProgramMeasure({
  id: 'trust-level',
  number: 'M01',
  serves: ['S6', 'S7', 'G11'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute: ({ scores, pairs }) => viewsOfOther(scores, pairs, ['trust']),
  sources: [
    'Mayer, Davis and Schoorman 1995, An integrative model of organizational trust, 10.5465/amr.1995.9508080335',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: madePairs(6),
        scores: madeScores(
          [4.25, 4.5, 3.75, 4, 5, 4.5].map((score, i) => ({
            person: `p${i}`,
            about: `m${i}`,
            scale: 'trust',
            score,
          })),
        ),
      },
      expected: { 'mentees-about-mentors': { value: 4.3333, range95: [3.8739, 4.7928] } },
      from: 'R: t.test(c(4.25, 4.5, 3.75, 4, 5, 4.5))',
    },
  ],
});
