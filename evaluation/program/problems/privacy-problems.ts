import { INSTRUMENTS } from '../../instruments/registry.ts';
import { dayFromIso } from '../../study/day.ts';
import { wavesInOrder } from '../../study/waves.ts';
import { burden } from '../burden.ts';
import type { PlannedSurvey, ProgramPlan } from '../program-plan.ts';
import { type PlanProblem, advice, obstacle } from './plan-problem.ts';

/** Fewest people that a program may choose (trust 3.1, screens W6), and the longest that records are kept (trust 4.5). */
export const LEAST_RANGE = [5, 20] as const;
export const LEAST_HR = 10;
export const MOST_HR_MONTHS = 36;
export const MOST_GROUPS = 3;
/** A value before that comes later counts as late (F8). */
const DAYS_TO_BASELINE = 14;

/** What is missing or wrong in step 6. */
export function privacyProblems(plan: ProgramPlan): PlanProblem[] {
  const { least, leastHr, groups, keep, surveys, commentReaders } = plan.privacy;
  const [lowest, highest] = LEAST_RANGE;
  return [
    ...(least < lowest || least > highest
      ? [obstacle('privacy', 'least', 'least-outside', { least, lowest, highest })]
      : []),
    ...(leastHr < LEAST_HR
      ? [obstacle('privacy', 'leastHr', 'least-hr-outside', { leastHr, lowest: LEAST_HR })]
      : []),
    ...(groups.length > MOST_GROUPS
      ? [obstacle('privacy', 'groups', 'groups-many', { most: MOST_GROUPS })]
      : []),
    ...(keep.hr > MOST_HR_MONTHS
      ? [obstacle('privacy', 'keep.hr', 'keep-too-long', { months: keep.hr, most: MOST_HR_MONTHS })]
      : []),
    ...surveys.flatMap((survey, i) => surveyProblems(plan, survey, i)),
    ...disordered(surveys),
    ...(surveys.length > 0 && commentReaders.length === 0
      ? [advice('privacy', 'commentReaders', 'readers-none')]
      : []),
    ...(burden(plan) ?? [])
      .filter(({ inYear, cap }) => inYear[1] > cap)
      .map(({ role, inYear, cap }) =>
        obstacle('privacy', `cap.${role}`, 'cap-exceeded', { role, minutes: inYear[1], cap }),
      ),
  ];
}

function surveyProblems({ purpose }: ProgramPlan, survey: PlannedSurvey, i: number): PlanProblem[] {
  const { name, on, wave, promise, instruments } = survey;
  const from = purpose.from === undefined ? undefined : dayFromIso(purpose.from);
  const day = on === undefined ? undefined : dayFromIso(on);
  const late = wave === 'before' && from !== undefined && day !== undefined && day > from + DAYS_TO_BASELINE;
  return [
    ...(day === undefined
      ? [obstacle('privacy', `surveys.${i}.on`, 'survey-day-missing', { survey: name })]
      : []),
    ...instruments
      .filter((id) => !INSTRUMENTS.some((instrument) => instrument.id === id))
      .map((instrument) =>
        obstacle('privacy', `surveys.${i}.instruments`, 'instrument-unknown', { instrument }),
      ),
    ...(late
      ? [advice('privacy', `surveys.${i}.on`, 'baseline-late', { survey: name, days: DAYS_TO_BASELINE })]
      : []),
    ...(promise === 'sealed' && !purpose.holders.some(({ role }) => role === 'box-keeper')
      ? [obstacle('privacy', `surveys.${i}.promise`, 'keeper-none', { survey: name })]
      : []),
  ];
}

function disordered(surveys: readonly PlannedSurvey[]): PlanProblem[] {
  const dated = surveys.filter(({ on }) => on !== undefined);
  const order = wavesInOrder(dated.map(({ wave }) => wave));
  const earliest = (wave: string): PlannedSurvey =>
    dated.filter((one) => one.wave === wave).reduce((a, b) => (b.on! < a.on! ? b : a));
  return order.slice(1).flatMap((wave, i) => {
    const [before, after] = [earliest(order[i]!), earliest(wave)];
    if (before.on! <= after.on!) return [];
    const field = `surveys.${surveys.indexOf(after)}.on`;
    return [obstacle('privacy', field, 'waves-disordered', { survey: after.name, before: before.name })];
  });
}
