import type { Missing } from '../finding.ts';
import { meanFigure } from '../views/asked-values.ts';
import { overEnrolled } from '../views/people-enrolled.ts';
import { changedInstrument, scaleEnds, scaleRows, wavesWith } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madeRoster, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const SCALE = 'meeting-quality';
const LEAST_PEOPLE = 10;

/** How useful and open meetings are, asked after each: first the mean of each person, then over people. */
export const meetingQuality = defineProgramMeasure({
  id: 'meeting-quality',
  number: 'M19',
  serves: ['S28'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'enrolled'],
  when: 'any-time',
  from: 'answers',
  compute({ scores, enrolled }): readonly MeasureFigure[] | Missing {
    if (wavesWith(scores, SCALE).length === 0)
      return { reason: 'not-recorded', values: { file: `answers.csv (check-in after a meeting)` } };
    const ends = scaleEnds(scores, SCALE);
    const changed = changedInstrument(scores, SCALE, wavesWith(scores, SCALE));
    return ([0, 1] as const).flatMap((role) => {
      const asked = overEnrolled(enrolled, role, scores, scaleRows(scores, SCALE), ends);
      if (asked.values.length === 0) return [];
      const key = role === 0 ? 'mentees' : 'mentors';
      const figure = meanFigure({ key, of: 'people', need: LEAST_PEOPLE, scale: ends }, asked);
      return [changed ? { ...figure, ...withoutFigure(changed) } : figure];
    });
  },
  sources: [
    'Eby et al. 2013, An interdisciplinary meta-analysis of the potential antecedents, correlates, and consequences of protégé perceptions of mentoring, 10.1037/a0029279',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        enrolled: madeRoster(3, 'mentee'),
        scores: madeScores(
          [
            ['p0', 5],
            ['p0', 5],
            ['p0', 5],
            ['p0', 5],
            ['p1', 2],
          ].map(([person, score]) => ({
            person: person as string,
            wave: 'during1',
            scale: SCALE,
            score: score as number,
          })),
        ),
      },
      expected: { mentees: { value: 3.5, bounds: [2.6667, 4] } },
      from: 'by hand: one person rates four meetings 5, another one 2; (5 + 2) ÷ 2, and (5 + 2 + 1) ÷ 3 to (5 + 2 + 5) ÷ 3',
    },
  ],
});
