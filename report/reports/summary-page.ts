import { decisionKey } from '#evaluation/decision.ts';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block } from '../document.ts';
import { dayText } from '../figures/source-line.ts';
import { decisionText } from '../sentences/decision-text.ts';
import { headline } from '../sentences/headline.ts';
import { subgroupText } from '../sentences/subgroup-text.ts';
import { text } from '../text/text.ts';
import { checkCode } from './check-code.ts';
import { findingBlock } from './finding-block.ts';
import { listed } from '../text/listed.ts';

/** Page one: the headline, a row per outcome, the catch, how sure we are, what the rule says, who is counted. */
export function summaryPage(shown: ShownEvaluation): Block[] {
  const found = shown.findings.filter((finding) => finding.role === 'primary' || finding.role === 'also');
  return [
    { kind: 'lead', text: headline(shown) },
    ...lockNotice(shown),
    { kind: 'heading', text: text('report.found', {}) },
    ...found.map((finding) => findingBlock(finding, shown, [])),
    { kind: 'heading', text: text('report.catch', {}) },
    ...theCatch(shown),
    { kind: 'heading', text: text('report.sure', {}) },
    { kind: 'paragraph', text: howSure(shown) },
    { kind: 'heading', text: text('report.decision', {}) },
    { kind: 'paragraph', text: ruleText(shown) },
    { kind: 'paragraph', text: decisionText(shown.decision) },
    { kind: 'heading', text: text('report.counted', {}) },
    { kind: 'paragraph', text: countedText(shown) },
    ...leftOutOnRequest(shown),
    { kind: 'small', text: text('report.sure.likely', {}) },
    { kind: 'small', text: text('report.check', { code: checkCode(shown.planFingerprint) }) },
  ];
}

/** Says when the plan was locked, or warns that it was not (V13). */
export function lockNotice(shown: ShownEvaluation): Block[] {
  const { locked } = shown.plan;
  if (!shown.planLocked || locked === undefined) {
    const words = shown.planDrawn ? text('report.exploratory.drawn', {}) : text('report.exploratory', {});
    return [{ kind: 'notice', tone: 'warn', text: words }];
  }
  return [{ kind: 'small', text: lockText(locked) }];
}

/** The statement of the lock, as a statement. */
export function lockText(locked: {
  readonly on: string;
  readonly by: string;
  readonly witness?: string;
}): string {
  const on = dayText(locked.on);
  if (locked.witness === undefined) return text('report.locked', { on, by: locked.by });
  return text('report.locked.witness', { on, by: locked.by, witness: locked.witness });
}

function theCatch(shown: ShownEvaluation): Block[] {
  const watchOuts = shown.findings.filter((finding) => finding.role === 'watch-out');
  const gaps = shown.subgroups.contrasts.filter(({ role }) => role === 'watch-out');
  if (watchOuts.length === 0 && (shown.plan.watchOuts ?? []).length === 0)
    return [{ kind: 'paragraph', text: text('report.catch.no-watch-outs', {}) }];
  if (!shown.due) return [{ kind: 'paragraph', text: text('report.catch.not-due', {}) }];
  const harms = watchOuts.filter((finding) => finding.verdict === 'harm');
  const wider = gaps.filter(({ state }) => state === 'outside').map(subgroupText);
  if (harms.length + wider.length > 0) {
    const said = wider.map((words): Block => ({ kind: 'paragraph', text: words }));
    return [...harms.map((finding) => findingBlock(finding, shown, [])), ...said];
  }
  const unknown = [
    ...watchOuts.filter((one) => shown.decision.cannotTell.includes(decisionKey(one))),
    ...gaps.filter(({ state }) => state === 'cannot-tell'),
  ].map((one) => one.label);
  if (unknown.length === 0) return [{ kind: 'paragraph', text: text('report.catch.none', {}) }];
  return [{ kind: 'paragraph', text: text('report.catch.unknown', { list: listed(unknown) }) }];
}

/** The grade of the design and what it leaves open, in words. */
export function howSure(shown: ShownEvaluation): string {
  const { design } = shown.plan;
  if (design === 'lottery' || design === 'waiting-list') {
    const broken = shown.findings.some((finding) => finding.grade !== 'A');
    return broken ? text(`report.sure.${design}-b`, {}) : text(`report.sure.${design}`, {});
  }
  if (design === 'matched' && shown.overlap?.method === 'weighted') return text('report.sure.weighted', {});
  return text(`report.sure.${design}`, {});
}

function ruleText(shown: ShownEvaluation): string {
  const rule = shown.decision.rule ?? text('report.decision.default', {});
  const words = shown.plan.decision?.words;
  if (words === undefined) return text('report.decision.rule', { rule });
  return text('report.decision.rule-and-words', { rule, words });
}

function countedText(shown: ShownEvaluation): string {
  const known = shown.study.flow.find((step) => step.step === 'known');
  const compared = shown.study.flow.find((step) => step.step === 'compared');
  const { people } = shown.study;
  const { participants, comparison } = compared ?? shown.study;
  const counts = {
    people,
    participants,
    comparison,
    knownParticipants: known?.participants ?? 0,
    knownComparison: known?.comparison ?? 0,
  };
  const alone = shown.plan.design === 'opinions' || shown.plan.design === 'before-after';
  const counted = alone ? text('report.counted.alone', counts) : text('report.counted.compared', counts);
  return `${counted} ${text('report.counted.leavers', {})}`;
}

function leftOutOnRequest(shown: ShownEvaluation): Block[] {
  const rows = shown.study.leftOut.find((one) => one.reason === 'problem-rows');
  if (!rows) return [];
  return [{ kind: 'paragraph', text: text('report.counted.left-out', { n: rows.n }) }];
}
