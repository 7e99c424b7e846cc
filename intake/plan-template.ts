import type { DesignId, Plan, PlannedOutcome } from '#evaluation/plan/plan.ts';
import { type Day, MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import { EVENT_KINDS, type StudyRows } from '#evaluation/study/rows.ts';
import { alikeColumns, exactColumn } from './alike-columns.ts';
import { mainScale } from './main-scale.ts';

/** Months of the event outcomes that are drafted. */
const MONTHS = 24;
/** Smallest differences that matter in the draft: five promotions, four leavers in a hundred. */
const PROMOTION_MATTERS = 0.05;
const RETENTION_MATTERS = 0.04;

/** A draft of a plan drawn from data, to be read and changed by a person before anything is measured with it. */
export function planTemplate(rows: StudyRows): Plan {
  const cutoff = isoFromDay(lastDay(rows) ?? 0);
  const covariates = alikeColumns(rows);
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
