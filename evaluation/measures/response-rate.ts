import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { wilson } from '#stats/proportions/wilson.ts';
import type { RosterRows } from '../study/program-rows.ts';
import { wavesInOrder } from '../study/waves.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const LEAST_PEOPLE = 5;
const ROLES = ['mentees', 'mentors'] as const;

/** Who answered of those who were asked, per role and wave. */
export const responseRate = defineProgramMeasure({
  id: 'response-rate',
  number: 'M25',
  serves: ['S31', 'S39'],
  sensitive: false,
  better: 'higher',
  needs: ['roster'],
  when: 'any-time',
  from: 'answers',
  compute: ({ roster }) =>
    wavesInOrder(roster.wave).flatMap((wave) =>
      ROLES.flatMap((key, role) => {
        const { asked, answered } = totals(roster, wave, role);
        return asked === 0 ? [] : [figure(key, wave, asked, answered)];
      }),
    ),
  sources: [
    'Wilson 1927, Probable inference, the law of succession, and statistical inference, 10.1080/01621459.1927.10502953',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        roster: {
          count: 1,
          wave: ['after'],
          role: Uint8Array.of(0),
          asked: Int32Array.of(91),
          answered: Int32Array.of(81),
        },
      },
      expected: { mentees: { value: 0.8901, range95: [0.8094, 0.9392] } },
      from: 'R: prop.test(81, 91, correct = FALSE)',
    },
  ],
});

function totals(roster: RosterRows, wave: string, role: number): { asked: number; answered: number } {
  const all = { asked: 0, answered: 0 };
  for (let i = 0; i < roster.count; i++) {
    if (roster.wave[i] !== wave || roster.role[i] !== role) continue;
    all.asked += roster.asked[i]!;
    all.answered += roster.answered[i]!;
  }
  return all;
}

function figure(key: string, wave: string, asked: number, answered: number): MeasureFigure {
  return {
    key,
    wave,
    unit: 'share',
    value: answered / asked,
    range95: wilson(answered / asked, asked, normalQuantile(0.975)),
    noRange: null,
    n: asked,
    asked,
    of: 'people',
    count: answered,
    answered: true,
    people: asked,
    bounds: null,
    least: { need: LEAST_PEOPLE, have: asked },
  };
}
