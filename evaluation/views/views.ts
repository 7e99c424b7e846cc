import type { Finding } from '../finding.ts';
import { type GoalBar, whatBecameOfGoals } from '../goals/what-became-of-goals.ts';
import { floorOf } from '../disclosure/floors.ts';
import type { Prepared } from '../designs/prepared.ts';
import { askedOutcomes } from '../plan/asked-outcomes.ts';
import type { Plan, PlannedOutcome } from '../plan/plan.ts';
import { openGaps, type OpenGap } from '../rhythm/open-gaps.ts';
import { programColumns } from '../study/program-columns.ts';
import type { MeetingRows, PairRows } from '../study/program-rows.ts';
import type { StudyRows } from '../study/rows.ts';
import type { Study } from '../study/study.ts';
import { pulseTrends } from '../trends/pulse-trends.ts';
import { rhythmFlags } from '../trends/rhythm-flags.ts';
import type { Trends } from '../trends/trends.ts';
import { type DoseView, doseView } from './dose-view.ts';
import { groupPaths } from './group-paths.ts';
import { type GroupView, groupViews } from './group-view.ts';
import { type RhythmView, rhythmView } from './rhythm-view.ts';
import { type WaveView, waveViews } from './wave-view.ts';

/** What pictures are drawn from, unrounded, with the people behind it: one list or object per picture. */
export interface Views {
  readonly doses: readonly DoseView[];
  readonly waves: readonly WaveView[];
  readonly groups: readonly GroupView[];
  readonly rhythm: RhythmView | null;
  /** What became of goals, for every set of ends that may be told as one. */
  readonly goals: readonly GoalBar[];
}

/** What the views of an evaluation are made of. */
interface Viewed {
  readonly rows: StudyRows;
  readonly study: Study;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly due: boolean;
  readonly prepared: (who: 'mentees' | 'mentors') => Prepared;
}

/** Gates after which values before and after cannot be put side by side: late answers, changed questions. */
const NO_CHANGE = new Set<string>(['F8', 'F9']);

/** The views of an evaluation, and the trends and alarms that follow from them. Whatever speaks of an outcome of the plan waits for the look. */
export function viewsOf(viewed: Viewed): { readonly views: Views; readonly trends: Trends } {
  const { rows, study, plan } = viewed;
  const { scores, enrolled, roster, pairs, meetings, goals } = programColumns(rows, plan, study.cutoff);
  const need = floorOf(plan, 'survey');
  const outcomes = new Set(outcomesOf(plan).map(({ outcome }) => outcome));
  const groups = groupPaths(rows.people, plan);
  const waves = scores && enrolled ? waveViews(scores, enrolled, roster, need, outcomes) : [];
  const open = pairs && meetings && openGaps(pairs, meetings, study.cutoff);
  return {
    views: {
      doses: pairs && meetings ? doseViews(viewed, pairs, meetings) : [],
      waves,
      groups: scores && enrolled && groups ? groupViews(scores, enrolled, groups, need, outcomes) : [],
      rhythm: open ? rhythmView(open, need) : null,
      goals: pairs && goals ? whatBecameOfGoals(pairs, goals, study.cutoff) : [],
    },
    trends: trendsOf(waves, open, plan),
  };
}

function trendsOf(waves: readonly WaveView[], open: readonly OpenGap[] | undefined, plan: Plan): Trends {
  return { pulses: pulseTrends(waves, plan), flags: rhythmFlags(open) };
}

/** Change by meetings, outcome by outcome. Opinions permit no word of change. */
function doseViews(
  { study, plan, findings, due, prepared }: Viewed,
  pairs: PairRows,
  meetings: MeetingRows,
): DoseView[] {
  if (!due || plan.design === 'opinions') return [];
  const outcomes = askedOutcomes(plan)
    .map(({ planned }) => planned)
    .filter((_, i) => !findings[i]!.gates.some(({ id }) => NO_CHANGE.has(id)));
  return outcomes.flatMap(
    (planned) => doseView(study, prepared(planned.who ?? 'mentees'), planned, pairs, meetings) ?? [],
  );
}

/** Every outcome that the plan names, also those of gaps between groups. */
function outcomesOf(plan: Plan): PlannedOutcome[] {
  const { primary, also = [], watchOuts = [], negativeControl } = plan;
  return [primary, ...also, ...watchOuts, ...(negativeControl ? [negativeControl] : [])];
}
