import { type Day, dayFromIso, monthsOf } from '../study/day.ts';
import type { RhythmId } from './agreement-defaults.ts';
import type { MinutesByRole, ProgramPlan, Rhythm } from './program-plan.ts';

/** What a program asks of one person of a role, over the program and in its fullest twelve months. */
export interface RoleBurden {
  readonly role: keyof MinutesByRole;
  readonly kinds: readonly BurdenKind[];
  /** Minutes of the whole program: at the slowest and at the quickest rhythm on offer. */
  readonly total: readonly [least: number, most: number];
  /** The same in any twelve months: what the cap is held against. */
  readonly inYear: readonly [least: number, most: number];
  readonly cap: number;
}

/** One kind of form: how often, how long, how many minutes. */
export interface BurdenKind {
  readonly kind: 'agreement' | 'reports' | 'check-ins' | 'goals' | 'surveys';
  readonly times: readonly [least: number, most: number];
  readonly minutes: readonly [least: number, most: number];
}

/** Minutes of the forms (screens, 2): once; per meeting; per quarter. A mentor confirms the meeting while checking in. */
const AGREEMENT_MINUTES = 10;
const PER_MEETING = {
  mentee: { reports: 1, 'check-ins': 1 },
  mentor: { reports: 0, 'check-ins': 1 },
} as const;
const GOALS_PER_QUARTER: MinutesByRole = { mentee: 3, mentor: 5 };
const MONTHS_PER_YEAR = 12;
const MONTHS_PER_QUARTER = 3;
/** Four weeks of a year are holidays in which nobody meets: so two-weekly is 24 meetings a year, and monthly 12. */
const WEEKS_WITH_MEETINGS = 48 / 52;

/** Days between two meetings of a rhythm; undefined for an own rhythm without its days. */
export function rhythmDays(rhythm: RhythmId, ownDays: number | undefined): number | undefined {
  return { 'two-weekly': 14, monthly: 28, own: ownDays }[rhythm];
}

/**
 * The minutes that forms ask of one mentee and of one mentor, by kind.
 *
 * Assumes a mentor with one mentee; each more adds the meetings and goals again. Talks and reviews are meetings, not forms.
 * Missing: null where the program has no days, or no rhythm whose days are known.
 */
export function burden(plan: ProgramPlan): readonly RoleBurden[] | null {
  const days = lengthOf(plan);
  const meetings = days === undefined ? undefined : meetingsIn(plan.rhythm, days);
  if (days === undefined || meetings === undefined) return null;
  return (['mentee', 'mentor'] as const).map((role) => burdenOf(plan, role, days, meetings));
}

/** Whole months that a program lasts; undefined without its days. */
export function programMonths(plan: ProgramPlan): number | undefined {
  const days = lengthOf(plan);
  return days === undefined ? undefined : Math.round(monthsOf(days));
}

function lengthOf({ purpose: { from, to } }: ProgramPlan): Day | undefined {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : dayFromIso(day)));
  return first === undefined || last === undefined || last <= first ? undefined : last - first;
}

function meetingsIn({ offered, ownDays }: Rhythm, days: number): readonly [number, number] | undefined {
  const between = offered.flatMap((rhythm) => rhythmDays(rhythm, ownDays) ?? []);
  if (between.length === 0) return undefined;
  const times = (gap: number): number => Math.round((days * WEEKS_WITH_MEETINGS) / gap);
  return [times(Math.max(...between)), times(Math.min(...between))];
}

function burdenOf(
  plan: ProgramPlan,
  role: keyof MinutesByRole,
  days: number,
  meetings: readonly [number, number],
): RoleBurden {
  const kinds = kindsOf(plan, role, days, meetings);
  const sum = (end: 0 | 1): number => kinds.reduce((all, { minutes }) => all + minutes[end], 0);
  const total = [sum(0), sum(1)] as const;
  return { role, kinds, total, inYear: inYear(plan, kinds, role, days, total), cap: plan.privacy.cap[role] };
}

function kindsOf(
  { rhythm, privacy }: ProgramPlan,
  role: keyof MinutesByRole,
  days: number,
  meetings: readonly [number, number],
): BurdenKind[] {
  const { goals, checkIns } = rhythm.activities;
  const quarters = goals ? Math.round(monthsOf(days) / MONTHS_PER_QUARTER) : 0;
  const asked = privacy.surveys.map(({ minutes }) => minutes[role]).filter((minutes) => minutes > 0);
  const { reports, 'check-ins': perCheckIn } = PER_MEETING[role];
  const perMeeting = (kind: BurdenKind['kind'], minutes: number): BurdenKind => ({
    kind,
    times: meetings,
    minutes: [meetings[0] * minutes, meetings[1] * minutes],
  });
  const fixed = (kind: BurdenKind['kind'], times: number, minutes: number): BurdenKind => ({
    kind,
    times: [times, times],
    minutes: [minutes, minutes],
  });
  const kinds = [
    fixed('agreement', 1, AGREEMENT_MINUTES),
    perMeeting('reports', reports),
    ...(checkIns ? [perMeeting('check-ins', perCheckIn)] : []),
    fixed('goals', quarters, quarters * GOALS_PER_QUARTER[role]),
    fixed(
      'surveys',
      asked.length,
      asked.reduce((all, minutes) => all + minutes, 0),
    ),
  ];
  return kinds.filter(({ minutes }) => minutes[1] > 0);
}

/** A program of a year or less is its own fullest year; of a longer one, what is spread evenly counts by the year, surveys and agreement whole. */
function inYear(
  plan: ProgramPlan,
  kinds: readonly BurdenKind[],
  role: keyof MinutesByRole,
  days: number,
  total: readonly [number, number],
): readonly [number, number] {
  const part = Math.min(1, MONTHS_PER_YEAR / monthsOf(days));
  if (part > 0.99) return total;
  const most = fullestYearOfSurveys(plan, role);
  const end = (at: 0 | 1): number =>
    Math.round(
      kinds.reduce((all, { kind, minutes }) => {
        if (kind === 'surveys') return all + most;
        return all + (kind === 'agreement' ? minutes[at] : minutes[at] * part);
      }, 0),
    );
  return [end(0), end(1)];
}

/** The most minutes of surveys in any 365 days; a survey without a day counts everywhere. */
function fullestYearOfSurveys({ privacy }: ProgramPlan, role: keyof MinutesByRole): number {
  const dated = privacy.surveys.flatMap(({ on, minutes }) => {
    const day = on === undefined ? undefined : dayFromIso(on);
    return day === undefined ? [] : [{ day, minutes: minutes[role] }];
  });
  const undated = privacy.surveys.filter(({ on }) => on === undefined || dayFromIso(on) === undefined);
  const always = undated.reduce((all, { minutes }) => all + minutes[role], 0);
  const years = dated.map(({ day: first }) =>
    dated.reduce((all, { day, minutes }) => (day >= first && day - first <= 365 ? all + minutes : all), 0),
  );
  return always + Math.max(0, ...years);
}
