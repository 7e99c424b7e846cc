import type { Missing } from '../finding.ts';
import { meanFigure } from '../views/asked-values.ts';
import { changes, ownScores } from '../views/own-scores.ts';
import { changedInstrument, scaleEnds, wavesWith } from '../views/scale-rows.ts';
import { withoutFigure } from '../views/view-of-other.ts';
import { madeRoster, madeScores } from './made-scores.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const SCALE = 'strain';
const LEAST_PEOPLE = 20;
const BEFORE = 'before';

/** How much strain mentors feel, and how it changed; the comparison with similar colleagues is the plan's watch-out on the same scale. */
export const mentorWorkload = defineProgramMeasure({
  id: 'mentor-workload',
  number: 'M34',
  serves: ['G12'],
  sensitive: false,
  better: 'lower',
  needs: ['scores', 'enrolled'],
  when: 'at-look',
  from: 'answers',
  compute({ scores, enrolled }): readonly MeasureFigure[] | Missing {
    const waves = wavesWith(scores, SCALE);
    const wave = waves.at(-1);
    if (wave === undefined) return { reason: 'not-recorded', values: { file: `scores.csv (${SCALE})` } };
    const ends = scaleEnds(scores, SCALE);
    const facts = { of: 'people', need: LEAST_PEOPLE, wave } as const;
    const own = (at: string) => ownScores(scores, enrolled, { role: 1, scale: SCALE, wave: at, ends });
    const last = own(wave);
    const level = meanFigure({ ...facts, key: 'mentors', scale: ends }, last);
    const single = changedInstrument(scores, SCALE, [wave]);
    const figures = [single ? { ...level, ...withoutFigure(single) } : level];
    if (wave.startsWith(BEFORE) || !waves.includes(BEFORE)) return figures;
    const change = meanFigure(
      { ...facts, key: 'mentors-change', scale: ends && [ends[0] - ends[1], ends[1] - ends[0]] },
      changes(own(BEFORE), last),
    );
    const changed = changedInstrument(scores, SCALE, [BEFORE, wave]);
    return [...figures, changed ? { ...change, ...withoutFigure(changed) } : change];
  },
  sources: [
    'Ragins and Scandura 1999, Burden or blessing? 10.1002/(SICI)1099-1379(199907)20:4<493::AID-JOB894>3.0.CO;2-T',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        enrolled: madeRoster(8, 'mentor'),
        scores: madeScores([
          ...[3, 3.25, 2.75, 4, 3.5, 3.25, 2.5, 3.75].map((score, i) => ({
            person: `m${i}`,
            wave: BEFORE,
            scale: SCALE,
            score,
          })),
          ...[3.5, 3.25, 3.5, 4.25, 3.25, 4, 3, 4.25].map((score, i) => ({
            person: `m${i}`,
            scale: SCALE,
            score,
          })),
        ]),
      },
      expected: {
        mentors: { value: 3.625 },
        'mentors-change': { value: 0.375, range95: [0.0794, 0.6706] },
      },
      from: 'R: mean of the values after; t.test(after - before)',
    },
  ],
});
