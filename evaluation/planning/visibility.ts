import { chanceToSee } from '#stats/power/chance-to-see.ts';
import { designEffect } from '#stats/power/design-effect.ts';
import { detectableDifference } from '#stats/power/detectable-difference.ts';
import { peopleNeeded } from '#stats/power/people-needed.ts';
import type { PlannedGroups, PlannedOutcome as Compared } from '#stats/power/planned-comparison.ts';
import type { DesignId, PlannedOutcome } from '../plan/plan.ts';
import type { ExpectedOutcome, ExpectedPeople } from './expectations.ts';

/** A difference is seen reliably when it is seen so often (measurement 3.11). */
export const RELIABLE = 0.8;

/** Level of the range that is printed. */
const PLAIN = 0.95;

/** How often a true difference would be seen. */
export interface ChanceRow {
  /** The true difference, in what matters: 1, 2. */
  readonly multiple: number;
  readonly some: number;
  readonly clear: number;
}

/** What so many people would see. */
export interface VisiblePoint {
  readonly participants: number;
  readonly comparison: number;
  /** Null when not even the largest change would be seen. */
  readonly detectable: number | null;
  /** Chance that a true difference of what matters shows as some benefit. */
  readonly chance: number;
}

/** What a planned comparison could see of one outcome. */
export interface Visibility {
  readonly outcome: PlannedOutcome;
  readonly role: 'primary' | 'also' | 'watch-out';
  readonly expected: ExpectedOutcome;
  /** People whose outcome is expected to be known. */
  readonly known: readonly [participants: number, comparison: number];
  readonly designEffect: number;
  /** Of one of several also-watched outcomes: how often what matters shows by the longer range that a benefit has to clear; else null. */
  readonly amongSeveral: { readonly of: number; readonly some: number } | null;
  readonly detectable: number | null;
  readonly chances: readonly ChanceRow[];
  /** People to start with so that what matters is seen reliably. */
  readonly needed: readonly [participants: number, comparison: number];
  readonly own: VisiblePoint;
  readonly curve: readonly VisiblePoint[];
}

/** Why nothing can be said of an outcome: the difference that matters would carry the share out of 0 to 1. */
export interface NotVisible {
  readonly lacks: 'room';
}

/** What is asked of an outcome. */
export interface VisibilityAsked {
  readonly outcome: PlannedOutcome;
  readonly role: 'primary' | 'also' | 'watch-out';
  readonly expected: ExpectedOutcome;
  readonly people: ExpectedPeople;
  readonly design: DesignId;
  /** Also-watched outcomes of the plan. */
  readonly family: number;
  /** True where answers may stay away; facts from records are known of everybody. */
  readonly answers: 'survey' | 'records';
}

/** What a planned comparison would see of one outcome, before anything starts. */
export function visibilityOf(asked: VisibilityAsked): Visibility | NotVisible {
  const { outcome, role, expected, people } = asked;
  const comparison = plannedComparison(asked);
  if (expected.kind === 'share' && outside(expected.share.value + comparison.sign * outcome.matters))
    return { lacks: 'room' };
  const groups = comparison.groupsOf(people.participants.value);
  const own = pointAt(comparison, outcome, people.participants.value);
  return {
    outcome,
    role,
    expected,
    known: [groups.treated, groups.comparison],
    designEffect: comparison.designEffect,
    amongSeveral: amongSeveral(asked, comparison, groups),
    detectable: own.detectable,
    chances: [1, 2].flatMap((multiple) => chanceAt(comparison, outcome, multiple, groups) ?? []),
    needed: peopleToStart(comparison, outcome),
    own,
    curve: sizesAround(people.participants.value).map((size) => pointAt(comparison, outcome, size)),
  };
}

/** A comparison as the methods of planning want it. */
interface PlannedComparison {
  readonly compared: Compared;
  readonly designEffect: number;
  /** Which way better lies. */
  readonly sign: 1 | -1;
  /** Comparison people for each participant. */
  readonly ratio: number;
  readonly answered: readonly [participants: number, comparison: number];
  /** The people whose outcome is known, from those who start. */
  groupsOf(participants: number): PlannedGroups;
}

function plannedComparison({ outcome, expected, people, ...asked }: VisibilityAsked): PlannedComparison {
  const effect = designEffect({
    meanSize: people.menteesPerMentor.value,
    sizeVariation: people.mentorVariation.value,
    intraclassCorrelation: people.mentorCorrelation.value,
  });
  const answered: readonly [number, number] =
    asked.answers === 'survey' ? [people.answered.value, people.comparisonAnswered.value] : [1, 1];
  const ratio = people.comparison.value / people.participants.value;
  return {
    compared: comparedAs(expected, asked.design),
    designEffect: effect,
    sign: outcome.better === 'higher' ? 1 : -1,
    ratio,
    answered,
    groupsOf: (participants) => ({
      treated: participants * answered[0],
      comparison: participants * ratio * answered[1],
      designEffect: effect,
    }),
  };
}

/** The printed range is the plain one; a benefit of one of K also-watched outcomes has to clear that at level 1 − 0.05 / K as well (measurement 5.2). */
function amongSeveral(
  { outcome, role, family }: VisibilityAsked,
  comparison: PlannedComparison,
  groups: PlannedGroups,
): Visibility['amongSeveral'] {
  if (role !== 'also' || family < 2) return null;
  return { of: family, some: chanceAt(comparison, outcome, 1, groups, 1 - 0.05 / family)!.some };
}

function chanceAt(
  { compared, sign }: PlannedComparison,
  { matters }: PlannedOutcome,
  multiple: number,
  groups: PlannedGroups,
  level = PLAIN,
): ChanceRow | undefined {
  const difference = sign * multiple * matters;
  if (compared.kind === 'share' && outside(compared.comparisonShare + difference)) return undefined;
  return { multiple, ...chanceToSee({ outcome: compared, groups, difference, matters, level }) };
}

function pointAt(comparison: PlannedComparison, outcome: PlannedOutcome, participants: number): VisiblePoint {
  const { compared } = comparison;
  const groups = comparison.groupsOf(participants);
  const detection = { direction: outcome.better, chance: RELIABLE, level: PLAIN };
  return {
    participants,
    comparison: participants * comparison.ratio,
    detectable: detectableDifference(compared, groups, detection) ?? null,
    chance: chanceAt(comparison, outcome, 1, groups)!.some,
  };
}

/** How many must start, so that of those whose outcome is known enough are left. */
function peopleToStart(comparison: PlannedComparison, { matters }: PlannedOutcome): [number, number] {
  const { compared, designEffect: effect, ratio, answered, sign } = comparison;
  const known = peopleNeeded({
    outcome: compared,
    designEffect: effect,
    ratio: (ratio * answered[1]) / answered[0],
    difference: sign * matters,
    chance: RELIABLE,
    level: PLAIN,
  });
  const start = Math.ceil(known.treated / answered[0]);
  return [start, Math.ceil(start * ratio - 1e-9 * start * ratio)];
}

function outside(share: number): boolean {
  return share < 0 || share > 1;
}

/** As the design compares it: a score with its value before taken into account, its change, or a share. */
export function comparedAs(expected: ExpectedOutcome, design: DesignId): Compared {
  if (expected.kind === 'share') return { kind: 'share', comparisonShare: expected.share.value };
  const [spread, correlation] = [expected.spread.value, expected.correlation.value];
  // The variance of a difference of two values with equal variances: 2 SD² (1 − r).
  return design === 'before-after-comparison'
    ? { kind: 'score', spread: spread * Math.sqrt(2 * (1 - correlation)), correlation: 0 }
    : { kind: 'score', spread, correlation };
}

const POINTS = 33;
const LEAST_PARTICIPANTS = 10;
const FARTHEST = 8;

/** Numbers of participants from an eighth of the planned ones to eight times as many, evenly spaced by their logarithm. */
function sizesAround(own: number): number[] {
  const from = Math.log(Math.max(LEAST_PARTICIPANTS, own / FARTHEST));
  const to = Math.log(Math.max(LEAST_PARTICIPANTS * FARTHEST, own * FARTHEST));
  return Array.from({ length: POINTS }, (_, i) => Math.exp(from + ((to - from) * i) / (POINTS - 1)));
}
