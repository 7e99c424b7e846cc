import type { Expects, Plan, PlannedOutcome } from '../plan/plan.ts';
import { measureOf } from '../measures/registry.ts';

/** Where an expected number comes from: said by the caller, written in the plan, counted in the data, or the usual value. */
export type ExpectedFrom = 'asked' | 'plan' | 'data' | 'usual';

/** A number that planning rests on, and who says so. */
export interface Expected {
  readonly value: number;
  readonly from: ExpectedFrom;
}

/** People and mentors that a comparison is planned with. */
export interface ExpectedPeople {
  readonly participants: Expected;
  readonly comparison: Expected;
  /** Shares of them whose answers are expected; facts from records are known of everybody. */
  readonly answered: Expected;
  readonly comparisonAnswered: Expected;
  /** Mentees of one mentor, on average; standard deviation of their number ÷ mean; how alike mentees of one mentor end up (0 to 1). */
  readonly menteesPerMentor: Expected;
  readonly mentorVariation: Expected;
  readonly mentorCorrelation: Expected;
}

/** Usual values where nobody says otherwise (measurement 3.11). */
const USUAL = {
  answered: 0.85,
  comparisonAnswered: 0.8,
  menteesPerMentor: 1,
  mentorVariation: 0,
  mentorCorrelation: 0.1,
  correlation: 0.5,
} as const;

/** What is known before a program, from three sources; each may lack anything. */
export interface Sources {
  readonly asked: Expects;
  readonly plan: Expects;
  readonly data: Expects;
}

/** Mentors and colleagues like them, for outcomes of mentors; each mentor stands alone. Or that nobody says how many there are. */
export function expectedMentors(sources: Sources): ExpectedPeople | { readonly lacks: 'mentors' } {
  const [participants, comparison] = [
    firstSaid(sources, ({ mentors }) => mentors),
    firstSaid(sources, ({ comparisonMentors }) => comparisonMentors),
  ];
  if (!participants || !comparison) return { lacks: 'mentors' };
  return {
    participants,
    comparison,
    answered: usualOr(sources, 'answered'),
    comparisonAnswered: usualOr(sources, 'comparisonAnswered'),
    menteesPerMentor: { value: USUAL.menteesPerMentor, from: 'usual' },
    mentorVariation: { value: USUAL.mentorVariation, from: 'usual' },
    mentorCorrelation: { value: USUAL.mentorCorrelation, from: 'usual' },
  };
}

/** The people that are planned with, or which of the two numbers nobody says. */
export function expectedPeople(
  sources: Sources,
): ExpectedPeople | { readonly lacks: 'participants' | 'comparison' } {
  const participants = firstSaid(sources, ({ participants: n }) => n);
  const comparison = firstSaid(sources, ({ comparison: n }) => n);
  if (!participants) return { lacks: 'participants' };
  if (!comparison) return { lacks: 'comparison' };
  return {
    participants,
    comparison,
    answered: usualOr(sources, 'answered'),
    comparisonAnswered: usualOr(sources, 'comparisonAnswered'),
    menteesPerMentor: usualOr(sources, 'menteesPerMentor'),
    mentorVariation: usualOr(sources, 'mentorVariation'),
    mentorCorrelation: usualOr(sources, 'mentorCorrelation'),
  };
}

function usualOr(sources: Sources, name: Exclude<keyof typeof USUAL, 'correlation'>): Expected {
  return firstSaid(sources, (expects) => expects[name]) ?? { value: USUAL[name], from: 'usual' };
}

/** What an outcome is expected to look like without the program. */
export type ExpectedOutcome =
  | { readonly kind: 'share'; readonly share: Expected }
  | { readonly kind: 'score'; readonly spread: Expected; readonly correlation: Expected };

/** The outcome as it is expected, or what nobody says of it. */
export function expectedOutcome(
  sources: Sources,
  { outcome }: Pick<PlannedOutcome, 'outcome'>,
): ExpectedOutcome | { readonly lacks: 'share' | 'spread' } {
  const of = (name: 'share' | 'spread' | 'correlation'): Expected | undefined =>
    firstSaid(sources, (expects) => expects.outcomes?.[outcome]?.[name]);
  const share = of('share');
  if (share) return { kind: 'share', share };
  if (measureOf(outcome).kind === 'share') return { lacks: 'share' };
  const spread = of('spread');
  if (!spread) return { lacks: 'spread' };
  return {
    kind: 'score',
    spread,
    correlation: of('correlation') ?? { value: USUAL.correlation, from: 'usual' },
  };
}

function firstSaid(sources: Sources, pick: (expects: Expects) => number | undefined): Expected | undefined {
  for (const from of ['asked', 'plan', 'data'] as const) {
    const value = pick(sources[from]);
    if (value !== undefined) return { value, from };
  }
  return undefined;
}

/** The outcomes of a plan whose visibility is worth knowing: all but the negative control. */
export function foreseenOutcomes(
  plan: Pick<Plan, 'primary' | 'also' | 'watchOuts'>,
): { readonly planned: PlannedOutcome; readonly role: 'primary' | 'also' | 'watch-out' }[] {
  return [
    { planned: plan.primary, role: 'primary' },
    ...(plan.also ?? []).map((planned) => ({ planned, role: 'also' }) as const),
    ...(plan.watchOuts ?? []).map((planned) => ({ planned, role: 'watch-out' }) as const),
  ];
}
