import type { Plan } from './plan/plan.ts';
import { type Day, MISSING_DAY } from './study/day.ts';
import { programColumns } from './study/program-columns.ts';
import { END_KINDS, type EnrolmentRows, type PairRows } from './study/program-rows.ts';
import type { StudyRows } from './study/rows.ts';

/** Who came, who stayed, who left: people and pairs, never a judgement. A count is null when no file records it. */
export interface ProgramCounts {
  readonly mentees: number;
  readonly mentors: number;
  /** By the enrolments: ended as planned, ended early, moved on, still enrolled at the cut-off. */
  readonly menteesBy: EndCounts | null;
  readonly mentorsBy: EndCounts | null;
  readonly pairs: PairCounts | null;
}

/** Enrolments of one role by how they stand at the cut-off; they add up to all of them. */
export interface EndCounts {
  readonly all: number;
  readonly open: number;
  readonly completed: number;
  readonly early: number;
  readonly movedOn: number;
  /** Ended, and nobody said how; behind the door also the ways that were too rare to name. */
  readonly unsaid: number;
  /** Whether ways of ending were put together to protect people. */
  readonly joined: boolean;
}

/** Pairs by how they stand at the cut-off; they add up to all pairs ever made. */
export type PairCounts = EndCounts;

/** People and pairs of the plan's cohorts up to the cut-off; undefined columns give null. */
export function programCounts(rows: StudyRows, plan: Plan, cutoff: Day): ProgramCounts {
  const { enrolled, enrolments, pairs } = programColumns(rows, plan, cutoff);
  const mentors = enrolled ? enrolled.role.reduce((sum, role) => sum + role, 0) : 0;
  return {
    mentees: (enrolled?.count ?? 0) - mentors,
    mentors,
    menteesBy: enrolments ? enrolmentsOf(enrolments, 0, cutoff) : null,
    mentorsBy: enrolments ? enrolmentsOf(enrolments, 1, cutoff) : null,
    pairs: pairs ? pairsBy(pairs, cutoff) : null,
  };
}

function enrolmentsOf(enrolments: EnrolmentRows, role: number, cutoff: Day): EndCounts {
  const rows = Array.from({ length: enrolments.count }, (_, i) => i).filter(
    (i) =>
      enrolments.role[i] === role && (enrolments.from[i] === MISSING_DAY || enrolments.from[i]! <= cutoff),
  );
  return ends(
    rows.map((i) => ({ ended: enrolments.to[i]!, kind: enrolments.endKind[i]! })),
    cutoff,
  );
}

function pairsBy(pairs: PairRows, cutoff: Day): PairCounts {
  return ends(
    pairs.pair.map((_, i) => ({ ended: pairs.ended[i]!, kind: pairs.endKind[i]! })),
    cutoff,
  );
}

function ends(rows: readonly { readonly ended: Day; readonly kind: number }[], cutoff: Day): EndCounts {
  const counts = { all: rows.length, open: 0, completed: 0, early: 0, movedOn: 0, unsaid: 0, joined: false };
  for (const { ended, kind } of rows) {
    if (ended === MISSING_DAY || ended > cutoff) counts.open++;
    else counts[NAMES[kind] ?? 'unsaid']++;
  }
  return counts;
}

const NAMES = END_KINDS.map((kind) =>
  kind === 'completed' || kind === 'early' ? kind : kind === 'moved-on' ? 'movedOn' : 'unsaid',
) as readonly ('completed' | 'early' | 'movedOn' | 'unsaid')[];
