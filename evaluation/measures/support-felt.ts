import { viewsOfOther } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure } from './measure.ts';

/** How supported people feel by their partner and by the program: two figures, one for each side. */
export const supportFelt = defineProgramMeasure({
  id: 'support-felt',
  number: 'M38',
  serves: ['S42', 'G11'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute: ({ scores, pairs }) => viewsOfOther(scores, pairs, ['support']),
  sources: ['Pustejovsky & Tipton 2018, 10.1080/07350015.2016.1247004'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: madePairs(6),
        scores: madeScores(
          [4, 4.5, 3.5, 5, 4, 3].map((score, i) => ({
            person: `p${i}`,
            about: `m${i}`,
            scale: 'support',
            score,
          })),
        ),
      },
      expected: { 'mentees-about-mentors': { value: 4.0, range95: [3.257937, 4.742063] } },
      from: 'R: t.test(c(4, 4.5, 3.5, 5, 4, 3))',
    },
  ],
});
