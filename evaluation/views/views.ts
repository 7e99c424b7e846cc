import type { Finding } from '../finding.ts';
import { type GoalBar, whatBecameOfGoals } from '../goals/what-became-of-goals.ts';
import { floorOf } from '../disclosure/floors.ts';
import type { Prepared } from '../designs/prepared.ts';
import { instrumentsOf } from '../instruments/score-answers.ts';
import type { Plan, PlannedOutcome } from '../plan/plan.ts';
import { openGaps, type OpenGap } from '../rhythm/open-gaps.ts';
import { programColumns } from '../study/program-columns.ts';
import type { StudyRows } from '../study/rows.ts';
import type { Study } from '../study/study.ts';
import { pulseTrends } from '../trends/pulse-trends.ts';
import { rhythmFlags } from '../trends/rhythm-flags.ts';
import type { Trends } from '../trends/trends.ts';
import { type ChangeView, changeView } from './change-view.ts';
import { type CoverageView, coverageViews } from './coverage-view.ts';
import { type DoseView, doseView } from './dose-view.ts';
import { groupPaths } from './group-paths.ts';
import { type GroupView, groupViews } from './group-view.ts';
import { type RhythmView, rhythmView } from './rhythm-view.ts';
import { type StatementView, statementViews } from './statement-view.ts';
import { type WaveView, waveViews } from './wave-view.ts';

/** What pictures are drawn from, unrounded, with the people behind it: one list or object per picture. */
export interface Views {
  readonly changes: readonly ChangeView[];
  readonly doses: readonly DoseView[];
  readonly statements: readonly StatementView[];
  readonly waves: readonly WaveView[];
  readonly groups: readonly GroupView[];
  readonly coverage: readonly CoverageView[];
  readonly rhythm: RhythmView | null;
  /** What became of goals, parts with too few people already joined. */
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
  const { rows, study, plan, due } = viewed;
  const { scores, enrolled, roster, answers, pairs, meetings, goals } = programColumns(
    rows,
    plan,
    study.cutoff,
  );
  const need = floorOf(plan, 'survey');
  const outcomes = new Set(outcomesOf(plan).map(({ outcome }) => outcome));
  const groups = groupPaths(rows.people, plan);
  const instruments = instrumentsOf(rows);
  const afterMeetings = new Set(instruments.flatMap(({ id, per }) => (per === 'meeting' ? [id] : [])));
  const waves = scores && enrolled ? waveViews(scores, enrolled, roster, outcomes) : [];
  const open = pairs && meetings && openGaps(pairs, meetings, study.cutoff);
  return {
    views: {
      ...outcomeViews(viewed, need),
      statements:
        answers && enrolled ? statementViews(answers, enrolled, instruments, due ? new Set() : outcomes) : [],
      waves,
      groups: scores && enrolled && groups ? groupViews(scores, enrolled, groups, need, outcomes) : [],
      coverage: enrolled ? coverageViews(enrolled, scores, roster, groups, afterMeetings) : [],
      rhythm: open ? rhythmView(open, need) : null,
      goals: pairs && goals ? whatBecameOfGoals(pairs, goals, study.cutoff, need) : [],
    },
    trends: trendsOf(waves, open, plan),
  };
}

function trendsOf(waves: readonly WaveView[], open: readonly OpenGap[] | undefined, plan: Plan): Trends {
  return { pulses: pulseTrends(waves, plan), flags: rhythmFlags(open) };
}

/** The pictures of one outcome each: changes, and changes by meetings. */
function outcomeViews(
  { rows, study, plan, findings, due, prepared }: Viewed,
  need: number,
): Pick<Views, 'changes' | 'doses'> {
  // Opinions permit no word of change.
  if (!due || plan.design === 'opinions') return { changes: [], doses: [] };
  const { pairs, meetings } = programColumns(rows, plan, study.cutoff);
  const outcomes = outcomesOf(plan).filter((_, i) => !findings[i]!.gates.some(({ id }) => NO_CHANGE.has(id)));
  const own = (planned: PlannedOutcome): Prepared => prepared(planned.who ?? 'mentees');
  return {
    changes: outcomes.flatMap((planned) => changeView(study, own(planned), planned, need) ?? []),
    doses:
      pairs && meetings
        ? outcomes.flatMap((planned) => doseView(study, own(planned), planned, pairs, meetings) ?? [])
        : [],
  };
}

function outcomesOf(plan: Plan): PlannedOutcome[] {
  const { primary, also = [], watchOuts = [], negativeControl } = plan;
  return [primary, ...also, ...watchOuts, ...(negativeControl ? [negativeControl] : [])];
}
