import { viewsOfOther } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure } from './measure.ts';

/** The whole scale; a scores file may know its listening part alone. */
const SCALES = ['listening-and-feedback', 'listening'];

/** How well each side listens and gives feedback, in the view of the other. */
export const listening = defineProgramMeasure({
  id: 'listening',
  number: 'M08',
  serves: ['S13', 'S28'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute: ({ scores, pairs }) => viewsOfOther(scores, pairs, SCALES),
  sources: [
    'Kluger and Itzchakov 2022, The power of listening at work, 10.1146/annurev-orgpsych-012420-091013',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: madePairs(6),
        scores: madeScores(
          [4.25, 4.5, 3.75, 4, 5, 4.5].map((score, i) => ({
            person: `m${i}`,
            about: `p${i}`,
            scale: 'listening-and-feedback',
            score,
          })),
        ),
      },
      expected: { 'mentors-about-mentees': { value: 4.3333, range95: [3.8739, 4.7928] } },
      from: 'R: t.test(c(4.25, 4.5, 3.75, 4, 5, 4.5))',
    },
  ],
});
