import { viewsOfOther } from '../views/view-of-other.ts';
import { madePairs, madeScores } from './made-scores.ts';
import { defineProgramMeasure } from './measure.ts';

/** How far each side sees the other make room for the pair as agreed. */
export const commitmentFelt = defineProgramMeasure({
  id: 'commitment-felt',
  number: 'M39',
  serves: ['S42', 'G11'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute: ({ scores, pairs }) => viewsOfOther(scores, pairs, ['commitment']),
  sources: ['Pustejovsky & Tipton 2018, 10.1080/07350015.2016.1247004'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: madePairs(6),
        scores: madeScores(
          [4, 5, 3, 5, 4, 3].map((score, i) => ({
            person: `p${i}`,
            about: `m${i}`,
            scale: 'commitment',
            score,
          })),
        ),
      },
      expected: { 'mentees-about-mentors': { value: 4.0, range95: [3.061356, 4.938644] } },
      from: 'R: t.test(c(4, 5, 3, 5, 4, 3))',
    },
  ],
});
