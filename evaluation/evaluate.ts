import { comparedFinding } from './compared-finding.ts';
import { decisionOn } from './decision.ts';
import { courseOf } from './courses.ts';
import { curvesOf } from './curves.ts';
import { describedFinding } from './described-finding.ts';
import { participantsAlone } from './designs/alone.ts';
import type { Design } from './designs/design.ts';
import type { Prepared } from './designs/prepared.ts';
import { designOf } from './designs/registry.ts';
import type { Evaluation, LeftOut, Progress } from './evaluation.ts';
import type { Finding, Gate } from './finding.ts';
import { scoredRows } from './instruments/score-answers.ts';
import { measureFindings } from './measured.ts';
import { measureOf } from './measures/registry.ts';
import { excludesZero } from './outcome-gates.ts';
import { type AskedOutcome, askedOutcomes } from './plan/asked-outcomes.ts';
import type { Plan } from './plan/plan.ts';
import { programCounts } from './program-counts.ts';
import { type Day, dayFromIso } from './study/day.ts';
import { type Population, populationOf } from './study/population.ts';
import type { StudyRows } from './study/rows.ts';
import { type Study, studyOf } from './study/study.ts';
import type { Subgroups } from './subgroups/subgroup.ts';
import { NO_SUBGROUPS, subgroupsOf } from './subgroups/subgroups-of.ts';
import { NO_SURVEY, surveyFindings } from './survey/survey-findings.ts';
import { type RelationshipLink, relationshipLink } from './together/relationship-link.ts';
import { viewsOf } from './views/views.ts';

/** When the evaluation is asked for, and the fingerprint of its plan (64 hex digits). */
export interface Asked {
  readonly asOf: Day;
  readonly fingerprint: string;
  /** True when the plan was drawn from the data because none was given. */
  readonly drawn?: boolean;
  /** Rows left out before, because they had problems. */
  readonly leftOut?: readonly LeftOut[];
}

/** An evaluation, or why the plan cannot be evaluated. */
export type Evaluated =
  | { readonly kind: 'evaluation'; readonly evaluation: Evaluation }
  | {
      readonly kind: 'problems';
      readonly problems: readonly { readonly code: string; readonly value: string }[];
    };

/** The findings of a study under a plan. Pure: the as-of date decides only whether the planned look is reached. */
export function evaluate(given: StudyRows, plan: Plan, asked: Asked, progress?: Progress): Evaluated {
  const design = designOf(plan.design);
  const look = dayFromIso(plan.look);
  if (!design) return problem('design-later', plan.design);
  if (look === undefined || dayFromIso(plan.cutoff) === undefined) return problem('V02', plan.look);
  const { rows, notes } = scoredRows(given);
  const study = studyOf(rows, plan, asked.fingerprint);
  progress?.('study', study.eligible.length, study.people.count);
  const prepared = preparer(study, design, plan);
  const due = look <= asked.asOf;
  const findings = askedOutcomes(plan).map((outcome, done, all) => {
    progress?.('outcomes', done, all.length);
    const own = prepared(outcome.planned.who ?? 'mentees');
    if (!due) return notDue(plan, asked.fingerprint, outcome, own);
    return design.compares === 'arms'
      ? comparedFinding(study, own, plan, asked.fingerprint, outcome)
      : describedFinding(study, own, design, plan, asked.fingerprint, outcome);
  });
  const judged = controlled(findings);
  const subgroups =
    due && design.compares === 'arms' ? subgroupsOf(study, plan, prepared, judged) : NO_SUBGROUPS;
  const survey = due ? surveyFindings(rows, study, plan, findings, prepared) : NO_SURVEY;
  return {
    kind: 'evaluation',
    evaluation: {
      ...assembled(study, plan, asked, due, prepared, judged, subgroups),
      subgroups,
      warnings: [...study.warnings, ...notes],
      measures: measureFindings(rows, plan, { cutoff: study.cutoff, due, reliability: survey.reliability }),
      survey,
      program: programCounts(rows, plan, study.cutoff),
      links: due ? linksOf(study, plan, prepared('mentees')) : [],
      ...viewsOf({ rows, study, plan, findings, due, prepared }),
    },
  };
}

/** The links of trust with the outcomes of mentees; a control outcome has none. */
function linksOf(study: Study, plan: Plan, prepared: Prepared): RelationshipLink[] {
  return [plan.primary, ...(plan.also ?? [])]
    .filter(({ who = 'mentees' }) => who === 'mentees')
    .flatMap((planned) => relationshipLink(study, prepared, planned) ?? []);
}

function problem(code: string, value: string): Evaluated {
  return { kind: 'problems', problems: [{ code, value }] };
}

/** Comparisons made ready once for mentees and once for mentors, when an outcome asks for them. */
function preparer(study: Study, design: Design, plan: Plan): (who: 'mentees' | 'mentors') => Prepared {
  const made = new Map<string, Prepared>();
  const prepare = (population: Population): Prepared =>
    design.compares === 'arms'
      ? design.prepare(study, population, plan)
      : participantsAlone(study, population);
  return (who) => {
    const known = made.get(who) ?? prepare(populationOf(study, who));
    made.set(who, known);
    return known;
  };
}

function notDue(
  plan: Plan,
  fingerprint: string,
  { planned, role }: AskedOutcome,
  prepared: Prepared,
): Finding {
  const measure = measureOf(planned.outcome);
  return {
    outcome: planned.outcome,
    role,
    who: planned.who ?? 'mentees',
    label: planned.label ?? planned.outcome,
    better: planned.better,
    kind: measure.kind,
    unit: planned.unit ?? (measure.kind === 'share' ? 'in 100' : 'points'),
    scale: null,
    wave: measure.counts === null ? (planned.wave ?? 'after') : null,
    months: planned.months ?? null,
    matters: planned.matters,
    design: plan.design,
    method: prepared.method === 'alone' ? 'paired' : prepared.method,
    grade: prepared.grade,
    verdict: 'not-due',
    qualifier: null,
    fragile: false,
    reasons: [],
    gates: [],
    source: measure.source,
    sensitive: measure.sensitive,
    exact: null,
    missing: null,
    planned: true,
    look: plan.look,
    planFingerprint: fingerprint,
  };
}

function assembled(
  study: Study,
  plan: Plan,
  asked: Asked,
  due: boolean,
  prepared: (who: 'mentees' | 'mentors') => Prepared,
  findings: readonly Finding[],
  subgroups: Subgroups,
): Omit<
  Evaluation,
  'subgroups' | 'measures' | 'program' | 'links' | 'warnings' | 'survey' | 'views' | 'trends'
> {
  const main = prepared(plan.primary.who ?? 'mentees');
  const participants = study.people.arm.reduce((sum, arm) => sum + arm, 0);
  const used = main.treated.reduce((sum, t) => sum + t, 0);
  const known = findings[0]?.exact?.groups;
  const leftOut: LeftOut[] = [
    ...(asked.leftOut ?? []),
    ...study.leftOut,
    ...otherRole(study, main),
    ...main.leftOut,
  ];
  return {
    plan,
    planFingerprint: asked.fingerprint,
    planLocked: lockedBeforeResults(plan),
    planDrawn: asked.drawn ?? false,
    due,
    asOf: due ? null : asked.asOf,
    study: {
      people: study.people.count,
      participants,
      comparison: study.people.count - participants,
      leftOut,
      flow: [
        { step: 'on-file', participants, comparison: study.people.count - participants },
        {
          step: 'eligible',
          participants: main.population.participants,
          comparison: main.population.n - main.population.participants,
        },
        { step: 'compared', participants: used, comparison: main.treated.length - used },
        ...(known
          ? [{ step: 'known' as const, participants: known[0]!.n, comparison: known[1]?.n ?? 0 }]
          : []),
      ],
    },
    decision: decisionOn(plan, findings, due, subgroups.contrasts),
    draw: main.draw,
    overlap: main.overlap,
    notes: main.notes,
    findings,
    balance: main.balance,
    curves: findings.flatMap((finding) => curvesOf(study, prepared(finding.who), finding) ?? []),
    courses: firstOfEach(findings).flatMap(
      (finding) => courseOf(study, prepared(finding.who), finding) ?? [],
    ),
  };
}

/** One finding per outcome and role of people: a course over all waves is drawn once. */
function firstOfEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ outcome, who }) => {
    const key = `${who}\u0000${outcome}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** F6: when something that the program cannot change differs as well, nothing else may be judged. */
function controlled(findings: readonly Finding[]): readonly Finding[] {
  const control = findings.find(({ role }) => role === 'negative-control');
  if (!control || !excludesZero(control.exact?.range95)) return findings;
  const gate: Gate = { id: 'F6', effect: 'words-only', values: { outcome: control.outcome } };
  return findings.map((finding) => ({
    ...finding,
    verdict: finding.verdict === 'not-due' ? finding.verdict : 'none',
    qualifier: null,
    fragile: false,
    gates: [...finding.gates, gate],
  }));
}

/** Whether the plan states a lock that came before the last day of data: one made later may have been made knowing results (V13). */
function lockedBeforeResults({ locked, cutoff, look }: Plan): boolean {
  return locked !== undefined && locked.on < cutoff && locked.on <= look;
}

/** Eligible people of the role that the primary outcome does not ask about; other outcomes may. */
function otherRole(study: Study, main: Prepared): LeftOut[] {
  const participants =
    study.eligible.reduce((sum, row) => sum + study.people.arm[row]!, 0) - main.population.participants;
  const n = study.eligible.length - main.population.n;
  return n === 0 ? [] : [{ reason: 'other-role', n, participants, comparison: n - participants }];
}
