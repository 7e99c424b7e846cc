import type { Evaluation, ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Finding } from '#evaluation/finding.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { shortFingerprint } from '../figures/source-line.ts';
import { decisionText } from '../sentences/decision-text.ts';
import { headline } from '../sentences/headline.ts';
import { sentenceFor } from '../sentences/sentence-for.ts';
import { text } from '../text/text.ts';

/**
 * The result for machines, as `findings.json` and `--json` have it. It holds the exact figures beside the shown ones, so it is
 * for whoever holds the rows, and no other output is drawn from it.
 *
 * Shape: keys in a fixed order, two spaces, a line end at the end; the same input gives the same bytes.
 * Missing: null; a number that is not finite is an error of the program, never a null.
 *
 * @throws RangeError when both sides do not hold the same findings in the same order
 */
export function findingsJson(evaluation: Evaluation, shown: ShownEvaluation): string {
  return `${JSON.stringify(resultOf(evaluation, shown), finiteOnly, 2)}\n`;
}

/**
 * The same for those who do not hold the rows: no exact figure stands in it, and everything else is the same to the byte.
 *
 * Shape: as `findingsJson`, without the keys `exact`.
 *
 * @throws RangeError when both sides do not hold the same findings in the same order
 */
export function shownFindingsJson(evaluation: Evaluation, shown: ShownEvaluation): string {
  return `${JSON.stringify(resultOf(evaluation, shown), shownOnly, 2)}\n`;
}

function resultOf(evaluation: Evaluation, shown: ShownEvaluation): object {
  const { plan, study, decision } = shown;
  return {
    plan: { fingerprint: shown.planFingerprint, locked: plan.locked ?? null },
    study: {
      people: study.people,
      participants: study.participants,
      comparison: study.comparison,
      leftOut: study.leftOut.map(({ reason, n }) => ({ reason, n })),
    },
    headline: headline(shown),
    decision: {
      rule: decision.rule ?? text('report.decision.default', {}),
      outcome: decision.outcome,
      text: decisionText(decision),
    },
    findings: shown.findings.map((finding, i) => resultObject(evaluation.findings[i], finding, shown)),
    subgroups: {
      contrasts: shown.subgroups.contrasts.map(({ cells, figures, ...told }, i) => ({
        ...told,
        shown: figures && { cells, ...figures },
        exact: evaluation.subgroups.contrasts[i]?.figures ?? null,
      })),
      cohorts: shown.subgroups.cohorts,
    },
    program: shown.program,
    measures: shown.measures.map((measure, i) => ({
      measure: measure.measure,
      number: measure.number,
      better: measure.better,
      shown: measure.figures,
      exact: evaluation.measures[i]!.figures,
      missing: measure.missing,
    })),
    survey: { shown: shown.survey, exact: withoutWording(evaluation.survey) },
    views: { shown: shown.views, exact: evaluation.views },
    trends: { shown: shown.trends, exact: evaluation.trends },
  };
}

/** The exact counts of answers; the wording of a sentence leaves only with what is shown, where its owner allows. */
function withoutWording(survey: Evaluation['survey']): object {
  return { ...survey, items: survey.items.map(({ wording: _wording, ...item }) => item) };
}

function resultObject(inside: Finding | undefined, finding: ShownFinding, shown: ShownEvaluation): object {
  if (inside?.outcome !== finding.outcome || inside.months !== finding.months) {
    throw new RangeError(
      `findingsJson: shown ${finding.outcome} has no exact finding at its place; it must have one`,
    );
  }
  const sentence = sentenceFor(finding, shown);
  return {
    outcome: finding.outcome,
    role: finding.role,
    who: finding.who,
    label: finding.label,
    better: finding.better,
    kind: finding.kind,
    unit: finding.unit,
    scale: finding.scale,
    wave: finding.wave,
    months: finding.months,
    matters: finding.matters,
    design: finding.design,
    method: finding.method,
    grade: finding.grade,
    verdict: finding.verdict,
    qualifier: finding.qualifier,
    fragile: finding.fragile,
    reasons: finding.reasons,
    gates: finding.gates,
    shown: finding.shown,
    exact: inside.exact,
    missing: finding.missing,
    sentence: { key: sentence.key, en: sentence.text },
    planned: finding.planned,
    look: finding.look,
    planFingerprint: shortFingerprint(finding.planFingerprint),
    hidden: finding.hidden,
    footnotes: finding.shown?.range95 ? ['likely-95'] : [],
    demo: false,
  };
}

/** `JSON.stringify` would print a number that is not finite as null, which would pass for "not known". */
function finiteOnly(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`findingsJson: ${key} is ${value}; it must be finite, or null with a reason`);
  }
  return value;
}

function shownOnly(key: string, value: unknown): unknown {
  return key === 'exact' ? undefined : finiteOnly(key, value);
}
