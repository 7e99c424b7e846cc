import { exactPoissonRange } from '#stats/proportions/exact-poisson.ts';
import { defineProgramMeasure } from './measure.ts';

/** A rate is per so many person-years of 365.25 days. */
const PER_YEARS = 100;
const DAYS_PER_YEAR = 365.25;
/** The worked example: 14.5 person-years of 29 people, half a year each. */
const WORKED_PEOPLE = 29;
const HALF_YEAR = 182.625;

/** Dated opportunities of participants per 100 person-years; to compare groups, the share with a first one is used instead. */
export const opportunityRate = defineProgramMeasure({
  id: 'opportunity-rate',
  number: 'M30',
  serves: ['S36'],
  sensitive: false,
  better: 'higher',
  needs: ['careers'],
  when: 'at-look',
  from: 'records',
  compute({ careers }) {
    const events = careers.opportunities.reduce((sum, n) => sum + n, 0);
    const years = careers.days.reduce((sum, days) => sum + days, 0) / DAYS_PER_YEAR;
    const per = years / PER_YEARS;
    const people = new Set(careers.person).size;
    return [
      {
        key: 'per-100-person-years',
        unit: 'per-100-person-years',
        value: per > 0 ? events / per : { reason: 'no-such-data', values: { column: 'index' } },
        range95: per > 0 ? exactPoissonRange(events, per, 0.95) : null,
        noRange: per > 0 ? null : 'nobody-followed',
        n: people,
        asked: people,
        of: 'people',
        count: null,
        people,
        bounds: null,
        least: { need: 10, have: people },
      },
    ];
  },
  sources: ['Garwood 1936, Biometrika 28:437–442'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        careers: {
          count: WORKED_PEOPLE,
          person: Array.from({ length: WORKED_PEOPLE }, (_, i) => `p${i}`),
          days: new Int32Array(WORKED_PEOPLE).map(
            (_, i) => Math.floor(HALF_YEAR * (i + 1)) - Math.floor(HALF_YEAR * i),
          ),
          opportunities: new Int32Array(WORKED_PEOPLE).fill(1, 0, 9),
        },
      },
      expected: { 'per-100-person-years': { value: 62.070431, range95: [28.382553, 117.829012] } },
      from: 'poisson.test in R: 9 in 5296 days, which are 14.5 person-years',
    },
  ],
});
