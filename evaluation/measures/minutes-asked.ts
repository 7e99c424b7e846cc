import type { AskedRows } from '../study/program-rows.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';

const LEAST_PEOPLE = 5;
const MONTHS_PER_YEAR = 12;
/** What the program's forms may ask of one person in twelve months: meetings every two weeks (screens.md, 2). */
const CAP_MINUTES = [88, 69] as const;
const ROLES = ['mentees', 'mentors'] as const;

/** Minutes that forms asked of one person of a role, answered or not, against what may be asked in a year. */
export const minutesAsked = defineProgramMeasure({
  id: 'minutes-asked',
  number: 'M35',
  serves: ['G14'],
  sensitive: false,
  better: 'lower',
  needs: ['asked', 'enrolled'],
  when: 'any-time',
  from: 'records',
  compute({ asked, enrolled }) {
    return ROLES.flatMap((key, role) => {
      const people = enrolled.role.reduce((count, one) => count + (one === role ? 1 : 0), 0);
      const months = minutesByMonth(asked, role);
      if (months.length === 0) return [];
      const figure = (name: string, unit: 'minutes' | 'coefficient', value: number): MeasureFigure => ({
        key: name,
        unit,
        value,
        range95: null,
        noRange: 'whole-sum',
        n: people,
        asked: people,
        of: 'people',
        count: null,
        people,
        bounds: null,
        least: { need: LEAST_PEOPLE, have: people },
      });
      const most = months.reduce((max, [, minutes]) => Math.max(max, minutes), 0);
      return [
        figure(
          key,
          'minutes',
          months.reduce((sum, [, minutes]) => sum + minutes, 0),
        ),
        figure(`${key}-fullest-month`, 'minutes', most),
        figure(`${key}-of-cap`, 'coefficient', fullestYear(months) / CAP_MINUTES[role]!),
      ];
    });
  },
  sources: ['Galesic and Bosnjak 2009, Effects of questionnaire length, 10.1093/poq/nfp031'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        asked: {
          count: 5,
          role: Uint8Array.of(0, 0, 0, 0, 1),
          month: ['2026-05', '2026-06', '2026-06', '2027-06', '2026-05'],
          minutes: Float64Array.of(10, 4, 18, 12, 6),
        },
        enrolled: {
          count: 2,
          person: ['ann', 'ben'],
          role: Uint8Array.of(1, 0),
          linked: Int32Array.of(0, 0),
        },
      },
      expected: {
        mentees: { value: 44 },
        'mentees-fullest-month': { value: 22 },
        'mentees-of-cap': { value: 0.3636 },
        mentors: { value: 6 },
        'mentors-of-cap': { value: 0.087 },
      },
      from: 'by hand: 10 + 22 + 12; the fullest twelve months, from May 2026 on, hold 32 of 88',
    },
  ],
});

/** Minutes of each month in which something was asked, months counted from year 0, in order. */
function minutesByMonth(asked: AskedRows, role: number): (readonly [month: number, minutes: number])[] {
  const months = new Map<number, number>();
  for (let i = 0; i < asked.count; i++) {
    if (asked.role[i] !== role) continue;
    const [year, month] = asked.month[i]!.split('-').map(Number) as [number, number];
    const at = year * MONTHS_PER_YEAR + month - 1;
    months.set(at, (months.get(at) ?? 0) + asked.minutes[i]!);
  }
  return [...months].sort(([a], [b]) => a - b);
}

/** The most that was asked in any twelve months in a row. */
function fullestYear(months: readonly (readonly [month: number, minutes: number])[]): number {
  let [most, sum, first] = [0, 0, 0];
  for (const [month, minutes] of months) {
    sum += minutes;
    while (months[first]![0] <= month - MONTHS_PER_YEAR) sum -= months[first++]![1];
    most = Math.max(most, sum);
  }
  return most;
}
