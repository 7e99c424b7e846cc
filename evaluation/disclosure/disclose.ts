import type { DrawSummary, Evaluation, LeftOut, OverlapSummary, ShownEvaluation } from '../evaluation.ts';
import type { ShownFinding } from '../shown.ts';
import { shownCourse, shownCurves } from './disclose-courses.ts';
import { disclosedCounts } from './disclose-counts.ts';
import { shownFinding } from './disclose-finding.ts';
import { disclosedLinks } from './disclose-links.ts';
import { disclosedMeasures } from './disclose-measures.ts';
import { shownSubgroups } from './disclose-subgroups.ts';
import { disclosedSurvey } from './disclose-survey.ts';
import { disclosedTrends } from './disclose-trends.ts';
import { disclosedViews } from './disclose-views.ts';
import { stepped } from './display-table.ts';
import { floorOf } from './floors.ts';

/** From so many people per arm it is told how alike the arms are (measurement 7). */
const LEAST_FOR_BALANCE = 10;
/** A count of fewer people of a fact that could hurt is joined with others. */
const FEW = 5;

/** The only door: floors first, then the display table; nothing exact passes. Whole arms only, and the same for whoever asks. */
export function disclose(evaluation: Evaluation): ShownEvaluation {
  const { plan } = evaluation;
  const findings = evaluation.findings.map((finding) => shownFinding(finding, plan));
  const fewest = Math.min(
    evaluation.study.participants,
    ...(evaluation.study.comparison > 0 ? [evaluation.study.comparison] : []),
  );
  const measures = disclosedMeasures(evaluation.measures, plan);
  const views = disclosedViews(evaluation.views, plan, measures);
  return {
    ...evaluation,
    findings,
    views,
    trends: disclosedTrends(evaluation.trends, views),
    curves: evaluation.curves.flatMap((curves) => shownCurves(curves, findings)),
    balance:
      fewest >= LEAST_FOR_BALANCE
        ? evaluation.balance.map((row) => ({
            ...row,
            before: two(row.before),
            after: two(row.after),
            missing: stepped(row.missing, 0.01),
          }))
        : [],
    courses: evaluation.courses.flatMap((course) => shownCourse(course, floorOf(plan, 'survey'))),
    study: { ...evaluation.study, leftOut: shownLeftOut(evaluation.study.leftOut) },
    overlap: evaluation.overlap && shownOverlap(evaluation.overlap),
    draw: evaluation.draw && shownDraw(evaluation.draw, floorOf(plan, 'survey')),
    measures,
    survey: disclosedSurvey(evaluation.survey, plan),
    program: disclosedCounts(evaluation.program, plan),
    links: disclosedLinks(evaluation.links),
    subgroups: shownSubgroups(evaluation.subgroups, primaryOf(findings)),
  };
}

/** The primary outcome, and whether its difference is shown. */
function primaryOf(findings: readonly ShownFinding[]) {
  const primary = findings.find(({ role }) => role === 'primary');
  return primary && { ...primary, differs: primary.shown?.estimate != null };
}

function two(value: number | null): number | null {
  return value === null ? null : stepped(value, 0.001);
}

/** A draw without who took part where fewer people than the floor stand on a side. */
function shownDraw(draw: DrawSummary, need: number): DrawSummary {
  return {
    ...draw,
    tookPartAmongAssigned: draw.knownAmongAssigned < need ? null : draw.tookPartAmongAssigned,
    tookPartAmongOthers: draw.knownAmongOthers < need ? null : draw.tookPartAmongOthers,
  };
}

/** No weight of a single person is told beyond a tenth of a percent, and no fraction of an equal person. */
function shownOverlap(overlap: OverlapSummary): OverlapSummary {
  const { kish, largestWeightShare, caliperDistance } = overlap;
  return {
    ...overlap,
    kish: Math.floor(kish),
    largestWeightShare: stepped(largestWeightShare, 0.001),
    caliperDistance: two(caliperDistance),
  };
}

/** Reasons to be left out that tell of a fact that could hurt. */
const SENSITIVE_REASONS: ReadonlySet<string> = new Set(['left-before-index']);
const OTHER = 'other-reasons';

/** Everybody who is left out is counted; fewer than five who left are counted under other reasons. */
function shownLeftOut(leftOut: readonly LeftOut[]): LeftOut[] {
  const isFew = ({ reason, participants, comparison }: LeftOut): boolean =>
    SENSITIVE_REASONS.has(reason) && [participants, comparison].some((n) => n > 0 && n < FEW);
  const few = leftOut.filter(isFew);
  if (few.length === 0) return [...leftOut];
  const joined = [...leftOut.filter((one) => !isFew(one) && one.reason !== OTHER)];
  const others = [...few, ...leftOut.filter(({ reason }) => reason === OTHER)];
  const sum = (of: (one: LeftOut) => number): number => others.reduce((total, one) => total + of(one), 0);
  return [
    ...joined,
    {
      reason: OTHER,
      n: sum(({ n }) => n),
      participants: sum(({ participants }) => participants),
      comparison: sum(({ comparison }) => comparison),
    },
  ];
}
