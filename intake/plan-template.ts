import type { DesignId, Plan, PlannedOutcome } from '#evaluation/plan/plan.ts';
import { type Day, MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import { EVENT_KINDS, type PeopleRows, type ScoreRows, type StudyRows } from '#evaluation/study/rows.ts';
import { alikeColumns, exactColumn } from './alike-columns.ts';
import { draftMessages } from './draft-messages.ts';
import { mainScale } from './main-scale.ts';
import type { ReadPlan } from './read-plan.ts';
import { someScores } from './some-rows.ts';

/** Months of the event outcomes that are drafted. */
const MONTHS = 24;
/** Smallest differences that matter in the draft: five promotions, four leavers in a hundred. */
const PROMOTION_MATTERS = 0.05;
const RETENTION_MATTERS = 0.04;

/** A draft of a plan drawn from data, to be read and changed by a person before anything is measured with it; or why there is none. */
export function planTemplate(rows: StudyRows): ReadPlan {
  const arms = armsOf(rows.people);
  if (arms.participants === 0) return { problems: [draftMessages.noParticipants()] };
  const covariates = alikeColumns(rows);
  if (arms.comparison > 0 && (arms.drawn || covariates.length > 0)) {
    const outcomes = comparedOutcomes(rows);
    if (!outcomes) return { problems: [draftMessages.nothingMeasured()] };
    return { plan: planOf(rows, arms.drawn ? drawnDesign(rows.people) : 'matched', outcomes, covariates) };
  }
  const own = scoresOfParticipants(rows);
  const primary = laterScale(own);
  if (primary) {
    const scale = own.scale.map((name) => name === primary.outcome);
    const before = own.wave.some((wave, i) => scale[i] && wave === 'before');
    if (!before) return { plan: planOf(rows, 'opinions', { primary }, []) };
    const design = othersChanged(rows, primary) ? 'before-after-comparison' : 'before-after';
    return { plan: planOf(rows, design, { primary }, []) };
  }
  return {
    problems: [arms.comparison > 0 ? draftMessages.nothingToBeAlikeIn() : draftMessages.nobodyToCompare()],
  };
}

interface Outcomes {
  readonly primary: PlannedOutcome;
  readonly watchOuts?: readonly PlannedOutcome[];
}

function planOf(
  rows: StudyRows,
  design: DesignId,
  { primary, watchOuts = [] }: Outcomes,
  covariates: readonly string[],
): Plan {
  const cutoff = isoFromDay(lastDay(rows) ?? 0);
  const exact = exactColumn(rows.people, covariates);
  return {
    plan: 1,
    design,
    cutoff,
    look: cutoff,
    primary,
    ...(watchOuts.length > 0 && { watchOuts }),
    ...(design === 'matched' && {
      match: { ...(exact !== undefined && { exact: [exact] }), ratio: 2 as const, caliper: 0.2 },
    }),
    ...(covariates.length > 0 && { covariates }),
  };
}

/** A lottery, or a waiting list where those who were not drawn have a later row of their own and the chance is on file. */
function drawnDesign(people: PeopleRows): 'lottery' | 'waiting-list' {
  const starts = new Map<string, Day>();
  for (let i = 0; i < people.count; i++)
    if (people.arm[i] === 1) starts.set(people.person[i]!, people.index[i]!);
  const chance = people.probability.some((value) => !Number.isNaN(value));
  const waited = people.person.some(
    (key, i) => people.arm[i] === 0 && (starts.get(key) ?? MISSING_DAY) > people.index[i]!,
  );
  return chance && waited ? 'waiting-list' : 'lottery';
}

/** People in each arm, and whether places were drawn by lot: a day for both arms alone does not say so. */
function armsOf(people: PeopleRows): { participants: number; comparison: number; drawn: boolean } {
  let participants = 0;
  let comparison = 0;
  let comparisonWithIndex = 0;
  let drawn = false;
  for (let i = 0; i < people.count; i++) {
    if (!Number.isNaN(people.probability[i]!) || people.tookPart[i] !== 2 || people.stratum[i] !== '')
      drawn = true;
    if (people.arm[i] === 1) participants++;
    else {
      comparison++;
      if (people.index[i] !== MISSING_DAY) comparisonWithIndex++;
    }
  }
  return { participants, comparison, drawn: drawn && comparisonWithIndex === comparison };
}

/** What can be compared between the arms: promotions first, then leavers, then a scale, then that nobody left. */
function comparedOutcomes({ events, scores }: StudyRows): Outcomes | undefined {
  const has = (kind: (typeof EVENT_KINDS)[number]): boolean =>
    events.kind.includes(EVENT_KINDS.indexOf(kind));
  const event = (outcome: string, matters: number): PlannedOutcome => ({
    outcome,
    months: MONTHS,
    better: 'higher',
    matters,
  });
  const retention = event('retention', RETENTION_MATTERS);
  if (has('promotion'))
    return {
      primary: event('promotion', PROMOTION_MATTERS),
      watchOuts: has('exit') ? [retention] : [],
    };
  if (has('exit')) return { primary: retention };
  const scale = laterScale(scores);
  if (scale) return { primary: scale };
  return events.count > 0 ? { primary: retention } : undefined;
}

/** The main scale about oneself that was asked after the start; one that was asked before too goes first. */
function laterScale(scores: ScoreRows): PlannedOutcome | undefined {
  const own = scoresWhere(scores, (i) => scores.about[i] === '' || scores.about[i] === scores.person[i]);
  const scalesOf = (holds: (wave: string) => boolean): Set<string> =>
    new Set(own.scale.filter((_, i) => holds(own.wave[i]!)));
  const before = scalesOf((wave) => wave === 'before');
  const later = scalesOf((wave) => !wave.startsWith('before'));
  const twice = new Set([...later].filter((scale) => before.has(scale)));
  const chosen = twice.size > 0 ? twice : later;
  const some = scoresWhere(own, (i) => chosen.has(own.scale[i]!));
  return some.count === 0 ? undefined : mainScale(some);
}

function scoresOfParticipants({ people, scores }: StudyRows): ScoreRows {
  const participants = new Set(people.person.filter((_, i) => people.arm[i] === 1));
  return scoresWhere(scores, (i) => participants.has(scores.person[i]!));
}

/** Whether comparison people answered the scale before and at the wave that would be compared. */
function othersChanged({ people, scores }: StudyRows, { outcome, wave = 'after' }: PlannedOutcome): boolean {
  const others = new Set(people.person.filter((_, i) => people.arm[i] === 0));
  const answered = (at: string): boolean =>
    scores.person.some((key, i) => others.has(key) && scores.scale[i] === outcome && scores.wave[i] === at);
  return answered('before') && answered(wave);
}

function scoresWhere(scores: ScoreRows, holds: (row: number) => boolean): ScoreRows {
  const rows = Array.from({ length: scores.count }, (_, i) => i).filter(holds);
  return rows.length === scores.count ? scores : someScores(scores, rows);
}

/** The last day seen anywhere in the data. */
function lastDay({ people, events, scores }: StudyRows): Day | undefined {
  let last: Day = MISSING_DAY;
  for (const column of [events.day, scores.day, people.lastSeen])
    for (const day of column) if (day > last) last = day;
  if (last === MISSING_DAY) for (const day of people.index) if (day > last) last = day;
  return last === MISSING_DAY ? undefined : last;
}
