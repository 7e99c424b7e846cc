import type { Missing } from '../finding.ts';
import { agreeing } from '../views/agreeing.ts';
import { meanFigure, shareFigure } from '../views/asked-values.ts';
import { overEnrolled } from '../views/people-enrolled.ts';
import { changedInstrument, scaleEnds, scaleRows, wavesWith } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madeRoster, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const SCALE = 'satisfaction';
const LEAST_PEOPLE = 10;
/** Fourteen of twenty answered: twelve are content, the mean is 4.2. */
const WORKED = [5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 2.8];

/** How content mentees and mentors are, with whoever did not answer at the worst and at the best. */
export const satisfaction = defineProgramMeasure({
  id: 'satisfaction',
  number: 'M26',
  serves: ['S37', 'G11'],
  sensitive: false,
  better: 'higher',
  needs: ['scores', 'enrolled'],
  when: 'at-look',
  from: 'answers',
  compute({ scores, enrolled }): readonly MeasureFigure[] | Missing {
    const waves = wavesWith(scores, SCALE);
    if (waves.length === 0) return { reason: 'not-recorded', values: { file: `scores.csv (${SCALE})` } };
    const ends = scaleEnds(scores, SCALE);
    return ([0, 1] as const).flatMap((role) => {
      const side = role === 0 ? 'mentees' : 'mentors';
      const answered = waves.map((wave) => ({
        wave,
        asked: overEnrolled(enrolled, role, scores, scaleRows(scores, SCALE, wave), ends),
      }));
      const { wave, asked } = answered.findLast((at) => at.asked.people > 0) ?? answered.at(-1)!;
      if (asked.values.length === 0) return [];
      const facts = { of: 'people', need: LEAST_PEOPLE, wave, rounding: 'down' } as const;
      const changed = changedInstrument(scores, SCALE, [wave]);
      return [
        meanFigure({ ...facts, key: `${side}-mean`, scale: ends }, asked),
        ...(ends
          ? [
              shareFigure(
                { ...facts, key: `${side}-content` },
                { ...asked, values: agreeing(asked.values, ends) },
              ),
            ]
          : []),
      ].map((figure) => (changed ? { ...figure, ...withoutFigure(changed) } : figure));
    });
  },
  sources: ['Manski 1990, Nonparametric bounds on treatment effects, American Economic Review 80, 319-323'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        enrolled: madeRoster(20, 'mentee'),
        scores: madeScores(WORKED.map((score, i) => ({ person: `p${i}`, scale: SCALE, score }))),
      },
      expected: {
        'mentees-mean': { value: 4.2, bounds: [3.24, 4.44] },
        'mentees-content': { value: 0.8571, bounds: [0.6, 0.9] },
      },
      from: 'by hand: (14 × 4.2 + 6 × 1) ÷ 20 and (14 × 4.2 + 6 × 5) ÷ 20; 12 of 14, (12 + 0) ÷ 20 and (12 + 6) ÷ 20',
    },
  ],
});
