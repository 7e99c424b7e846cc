import { selfAndOther } from '../views/self-and-other.ts';
import { madeViews } from './made-views.ts';
import { defineProgramMeasure } from './measure.ts';

/** How honest mentors and mentees find each other and themselves. */
export const honesty = defineProgramMeasure({
  id: 'honesty',
  number: 'M05',
  serves: ['S6', 'S42'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute: ({ scores, pairs }) => selfAndOther(scores, pairs, 'honesty'),
  sources: ['Simons 2002, Behavioral integrity, Organization Science 13, 18-35, 10.1287/orsc.13.1.18.543'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [madeViews('honesty')],
});
