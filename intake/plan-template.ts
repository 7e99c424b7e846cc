import type { DesignId, Plan, PlannedOutcome } from '#evaluation/plan/plan.ts';
import { type Day, MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import { type Covariate, EVENT_KINDS, type PeopleRows, type StudyRows } from '#evaluation/study/rows.ts';
import { mainScale } from './main-scale.ts';

/** Months of the event outcomes that are drafted. */
const MONTHS = 24;
/** Smallest differences that matter in the draft: five promotions, four leavers in a hundred. */
const PROMOTION_MATTERS = 0.05;
const RETENTION_MATTERS = 0.04;
/** A drafted covariate has at most this share missing (V11), so many levels, and there are so many of them at most (6). */
const MOST_MISSING = 0.4;
const MOST_LEVELS = 20;
const MOST_COVARIATES = 20;
/** A column to match on exactly has so few levels that cells do not run empty. */
const EXACT_LEVELS = { least: 2, most: 12 };
const EXACT_NAMES = /(^|_)(grade|department|level|stufe|abteilung)(_|$)/i;

/** A draft of a plan drawn from data, to be read and changed by a person before anything is measured with it. */
export function planTemplate(rows: StudyRows): Plan {
  const cutoff = isoFromDay(lastDay(rows) ?? 0);
  const covariates = alikeColumns(rows.people);
  const design = designOf(rows);
  const exact = exactColumn(rows.people, covariates);
  const { primary, watchOuts } = outcomesOf(rows);
  const compared = design === 'matched' || design === 'lottery';
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
    ...(compared && covariates.length > 0 && { covariates }),
  };
}

function designOf({ people, scores }: StudyRows): DesignId {
  let participants = 0;
  let comparison = 0;
  let comparisonWithIndex = 0;
  let drawn = false;
  for (let i = 0; i < people.count; i++) {
    if (!Number.isNaN(people.probability[i]!) || people.tookPart[i] !== 2) drawn = true;
    if (people.arm[i] === 1) participants++;
    else {
      comparison++;
      if (people.index[i] !== MISSING_DAY) comparisonWithIndex++;
    }
  }
  if (participants > 0 && comparison > 0)
    return drawn && comparisonWithIndex === comparison ? 'lottery' : 'matched';
  const waves = new Set(scores.wave);
  return waves.has('before') && waves.has('after') ? 'before-after' : 'opinions';
}

function outcomesOf(rows: StudyRows): { primary: PlannedOutcome; watchOuts: PlannedOutcome[] } {
  const has = (kind: (typeof EVENT_KINDS)[number]): boolean =>
    rows.events.kind.includes(EVENT_KINDS.indexOf(kind));
  const retention: PlannedOutcome = {
    outcome: 'retention',
    months: MONTHS,
    better: 'higher',
    matters: RETENTION_MATTERS,
  };
  if (has('promotion')) {
    const primary = {
      outcome: 'promotion',
      months: MONTHS,
      better: 'higher',
      matters: PROMOTION_MATTERS,
    } as const;
    return { primary, watchOuts: has('exit') ? [retention] : [] };
  }
  if (has('exit') || rows.scores.count === 0) return { primary: retention, watchOuts: [] };
  return { primary: mainScale(rows.scores), watchOuts: [] };
}

/** The last day seen anywhere in the data. */
function lastDay({ people, events, scores }: StudyRows): Day | undefined {
  let last: Day = MISSING_DAY;
  for (const column of [events.day, scores.day, people.lastSeen])
    for (const day of column) if (day > last) last = day;
  if (last === MISSING_DAY) for (const day of people.index) if (day > last) last = day;
  return last === MISSING_DAY ? undefined : last;
}

/** Columns on which groups can be made alike, in the order of the file. */
function alikeColumns(people: PeopleRows): string[] {
  return [...people.covariates]
    .filter(([, covariate]) => canBeAlike(covariate, people.count))
    .map(([name]) => name)
    .slice(0, MOST_COVARIATES);
}

function canBeAlike(covariate: Covariate, n: number): boolean {
  if (covariate.kind === 'category') {
    const missing = covariate.codes.reduce((sum, code) => sum + (code === 0 ? 1 : 0), 0);
    return (
      covariate.levels.length >= 2 && covariate.levels.length <= MOST_LEVELS && missing <= MOST_MISSING * n
    );
  }
  let missing = 0;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of covariate.values) {
    if (Number.isNaN(value)) missing++;
    else [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  return low < high && missing <= MOST_MISSING * n;
}

/** The column with the most levels that are still few; grade, department or level first. */
function exactColumn(people: PeopleRows, names: readonly string[]): string | undefined {
  let best: { name: string; levels: number; named: boolean } | undefined;
  for (const name of names) {
    const covariate = people.covariates.get(name)!;
    if (covariate.kind !== 'category') continue;
    const levels = covariate.levels.length;
    if (levels < EXACT_LEVELS.least || levels > EXACT_LEVELS.most) continue;
    const named = EXACT_NAMES.test(name);
    if (!best || (named && !best.named) || (named === best.named && levels > best.levels))
      best = { name, levels, named };
  }
  return best?.name;
}
