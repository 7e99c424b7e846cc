import { selfAndOther } from '../views/self-and-other.ts';
import { madeViews } from './made-views.ts';
import { defineProgramMeasure } from './measure.ts';

/** How open mentors and mentees find each other and themselves about aims and limits. */
export const transparency = defineProgramMeasure({
  id: 'transparency',
  number: 'M06',
  serves: ['S6', 'S8'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'pairs'],
  when: 'at-look',
  from: 'answers',
  compute: ({ scores, pairs }) => selfAndOther(scores, pairs, 'transparency'),
  sources: [
    'Schnackenberg and Tomlinson 2016, Organizational transparency, Journal of Management 42, 1784-1810, 10.1177/0149206314525202',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [madeViews('transparency')],
});
