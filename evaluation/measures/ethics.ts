import { selfAndOther } from '../views/self-and-other.ts';
import { madeViews } from './made-views.ts';
import { defineProgramMeasure } from './measure.ts';

/** Whether mentors and mentees find that each other, and they themselves, do what is right. */
export const ethics = defineProgramMeasure({
  id: 'ethics',
  number: 'M07',
  serves: ['S6', 'S42', 'S45'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute: ({ scores, pairs }) => selfAndOther(scores, pairs, 'ethics'),
  sources: [
    'Brown, Trevino and Harrison 2005, Ethical leadership, Organizational Behavior and Human Decision Processes 97, 117-134, 10.1016/j.obhdp.2005.03.002',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [madeViews('ethics')],
});
