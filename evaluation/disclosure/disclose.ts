import type {
  DrawSummary,
  Evaluation,
  OutcomeCourse,
  OutcomeCurves,
  ShownCourse,
  ShownEvaluation,
} from '../evaluation.ts';
import type { ExactFigures, Finding, Gate, GroupFigure, Note, Range, Reason } from '../finding.ts';
import { steadyModel } from '../effect/steady-model.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShownFigures, ShownFinding, ShownGroup } from '../shown.ts';
import { armShown, stepped } from './display-table.ts';
import { disclosedCounts } from './disclose-counts.ts';
import { disclosedLinks } from './disclose-links.ts';
import { disclosedMeasures } from './disclose-measures.ts';
import { shownSensitivity } from './disclose-sensitivity.ts';
import { shownSubgroups } from './disclose-subgroups.ts';
import { disclosedSurvey } from './disclose-survey.ts';
import { disclosedTrends } from './disclose-trends.ts';
import { disclosedViews } from './disclose-views.ts';
import { floorOf } from './floors.ts';
import { differenceShown, significant } from './two-digits.ts';

/** From so many people per arm a modelled difference may be shown (measurement 7). */
const LEAST_FOR_DIFFERENCE = { hr: 10, survey: 20 } as const;
const LEAST_FOR_BOUNDS = 20;
const FINE_FROM = 50;

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
      fewest >= LEAST_FOR_DIFFERENCE.hr
        ? evaluation.balance.map((row) => ({
            ...row,
            before: two(row.before),
            after: two(row.after),
            missing: stepped(row.missing, 0.01),
          }))
        : [],
    courses: evaluation.courses.map((course) => shownCourse(course, floorOf(plan, 'survey'))),
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

function shownFinding(finding: Finding, plan: Plan): ShownFinding {
  const { exact, ...rest } = finding;
  const told = { ...rest, reasons: rest.reasons.map(shownReason), gates: rest.gates.map(shownGate) };
  if (!exact) return { ...told, shown: null, hidden: null };
  const need = floorOf(plan, finding.source);
  if (exact.groups.every((group) => group.n >= need)) {
    return { ...told, shown: shownFigures(exact, finding), hidden: null };
  }
  return {
    ...told,
    verdict: 'hidden',
    qualifier: null,
    fragile: false,
    reasons: [],
    gates: [],
    missing: null,
    shown: null,
    hidden: { rule: 'below-minimum', need },
  };
}

/** A draw without who took part where fewer people than the floor stand on a side. */
function shownDraw(draw: DrawSummary, need: number): DrawSummary {
  return {
    ...draw,
    tookPartAmongAssigned: draw.knownAmongAssigned < need ? null : draw.tookPartAmongAssigned,
    tookPartAmongOthers: draw.knownAmongOthers < need ? null : draw.tookPartAmongOthers,
  };
}

/** Values of a checklist that tell nothing exact: what is needed, and whole numbers of effective people. */
const TOLD_VALUES = new Set(['need', 'k', 'participants', 'comparison']);

function shownReason(reason: Reason): Reason {
  const values = Object.entries(reason.values).filter(([name]) => TOLD_VALUES.has(name));
  return { ...reason, values: Object.fromEntries(values.map(([name, value]) => [name, Math.floor(value)])) };
}

/** Differences that a note may tell of, in units of the outcome. */
const NOTED_DIFFERENCES = new Set(['difference', 'low', 'high']);

/** A note with differences at two digits, shares at whole percents, whole numbers as they are, others at three digits. */
function shownNote(note: Note): Note {
  const rounded = (name: string, value: number): number => {
    if (NOTED_DIFFERENCES.has(name)) return significant(value, 2);
    if (Number.isInteger(value)) return value;
    return value >= 0 && value <= 1 ? stepped(value, 0.01) : significant(value, 3);
  };
  const values = Object.entries(note.values).map(([name, value]) => [
    name,
    typeof value === 'number' ? rounded(name, value) : value,
  ]);
  return { ...note, values: Object.fromEntries(values) };
}

/** A gate with its numbers at three digits, whole ones as they are. */
function shownGate(gate: Gate): Gate {
  const values = Object.entries(gate.values).map(([name, value]) => [
    name,
    typeof value === 'number' && !Number.isInteger(value) ? significant(value, 3) : value,
  ]);
  return { ...gate, values: Object.fromEntries(values) };
}

function shownFigures(exact: ExactFigures, finding: Finding): ShownFigures {
  const smallest = Math.min(...exact.groups.map((group) => group.n));
  const single = exact.groups.length === 1;
  const silent = finding.gates.some(({ effect }) => effect === 'words-only');
  const wide =
    !silent &&
    steadyModel(exact) &&
    smallest >= (single ? LEAST_FOR_BOUNDS : LEAST_FOR_DIFFERENCE[finding.source]);
  const difference = (range: Range | null): Range | null =>
    wide && range
      ? [differenceShown(range[0], finding.matters), differenceShown(range[1], finding.matters)]
      : null;
  const grain = smallest >= FINE_FROM ? 0.01 : 0.05;
  return {
    groups: exact.groups.map((group) => shownGroup(group, finding)),
    estimate: wide && exact.estimate !== null ? differenceShown(exact.estimate, finding.matters) : null,
    range95: difference(exact.range95),
    range80: difference(exact.range80),
    range50: difference(exact.range50),
    nStar: exact.nStar.map((size) => Math.round(size)),
    events: eventsShown(exact, finding),
    df: exact.df === null ? null : significant(exact.df, 3),
    k: exact.k,
    notes: exact.notes.map(shownNote),
    sensitivity:
      wide && exact.sensitivity
        ? shownSensitivity(exact.sensitivity, finding, LEAST_FOR_DIFFERENCE[finding.source])
        : null,
    bounds:
      !silent && exact.bounds && smallest >= LEAST_FOR_BOUNDS
        ? finding.kind === 'share'
          ? [stepped(exact.bounds[0], grain), stepped(exact.bounds[1], grain)]
          : [
              differenceShown(exact.bounds[0], finding.matters),
              differenceShown(exact.bounds[1], finding.matters),
            ]
        : null,
  };
}

/** All events together, only when no arm's own count is hidden: else it could be worked out. */
function eventsShown(exact: ExactFigures, finding: Finding): number | null {
  return exact.groups.every((group) => shownGroup(group, finding).count !== null) ? exact.events : null;
}

function shownGroup(group: GroupFigure, finding: Finding): ShownGroup {
  const shown = armShown({
    kind: finding.kind,
    n: group.n,
    value: group.value,
    range95: group.range95,
    count: group.count,
    scale: finding.scale,
    source: finding.source,
    sensitive: finding.sensitive,
  });
  const before =
    group.before === null
      ? null
      : armShown({
          kind: 'score',
          n: group.n,
          value: group.before,
          range95: null,
          count: null,
          scale: finding.scale,
          source: finding.source,
          sensitive: finding.sensitive,
        }).value;
  return { who: group.who, n: group.n, asked: group.asked, ...shown, before };
}

function shownCourse(course: OutcomeCourse, need: number): ShownCourse {
  return {
    ...course,
    waves: course.waves.map((point) => {
      const hidden = point.n < need;
      const shown = armShown({
        kind: 'score',
        n: hidden ? 0 : point.n,
        value: point.value,
        range95: point.range95,
        count: null,
        scale: course.scale,
        source: 'survey',
        sensitive: false,
      });
      const inner = (range: Range | null): Range | null =>
        shown.range95 && range ? [significant(range[0], 3), significant(range[1], 3)] : null;
      return {
        ...point,
        n: hidden ? 0 : point.n,
        value: shown.value,
        range95: shown.range95,
        range80: inner(point.range80),
        range50: inner(point.range50),
        words: shown.words,
        hidden,
      };
    }),
  };
}

/** Curves at the grain of their arm; an arm whose own figure is not shown has no curve. */
function shownCurves(curves: OutcomeCurves, findings: readonly ShownFinding[]): OutcomeCurves[] {
  const finding = findings.find(
    ({ outcome, who, months }) =>
      outcome === curves.outcome && who === curves.who && months === curves.months,
  );
  const groups = finding?.shown?.groups ?? [];
  const arms = curves.arms.flatMap((arm) => {
    const group = groups.find(({ who }) => who === arm.who);
    if (!group || group.value === null) return [];
    const grain = group.n >= FINE_FROM ? 0.01 : 0.05;
    const steps = arm.steps.map((step) => ({
      ...step,
      value: stepped(step.value, grain),
      range95: step.range95 && ([stepped(step.range95[0], grain), stepped(step.range95[1], grain)] as const),
    }));
    return [{ ...arm, steps }];
  });
  return arms.length > 0 ? [{ ...curves, arms }] : [];
}
