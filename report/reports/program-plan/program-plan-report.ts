import { planChanges } from '#evaluation/program/changes.ts';
import { stepStates } from '#evaluation/program/complete.ts';
import {
  type ChangeKind,
  type PlanChange,
  type PlanHistory,
  changeKind,
  isExploratory,
} from '#evaluation/program/plan-history.ts';
import { programPlanFingerprint } from '#evaluation/program/program-plan-fingerprint.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { studyPlan } from '#evaluation/program/study-plan.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Block, ReportDocument, Section } from '../../document.ts';
import { dayText } from '../../figures/source-line.ts';
import { changeRows } from '../../program/change-rows.ts';
import { mattersText } from '../../program/field-text.ts';
import { momentText } from '../../program/moment-text.ts';
import { problemText } from '../../program/problem-text.ts';
import { outcomeNoun } from '../../sentences/outcome-words.ts';
import { text } from '../../text/text.ts';
import { checkCode } from '../check-code.ts';
import { planTable } from './facts-of.ts';
import { glanceFacts } from './glance-facts.ts';
import { looksSection, privacySection, rhythmSection } from './privacy-section.ts';
import { practicesSection, purposeSection } from './purpose-section.ts';
import { comparisonSection, expectedSection, successSection } from './success-section.ts';

/** The fingerprint that people see of a plan, 64 hex digits; null while there is no measurement plan. */
export function seenFingerprint(plan: ProgramPlan): string | null {
  const derived = studyPlan(plan);
  return 'lacks' in derived ? null : planFingerprint(derived);
}

/** A program plan as a document for screen and print: what success means on page one, then step by step, changes, how to check. */
export function programPlanReport(plan: ProgramPlan, history: PlanHistory): ReportDocument {
  const fingerprint = seenFingerprint(plan);
  const code = fingerprint === null ? text('plandoc.no-code') : checkCode(fingerprint);
  const source = text('plandoc.source', { code });
  const { program } = plan.purpose;
  const title = program === '' ? text('plandoc.title.unnamed') : text('plandoc.title', { program });
  const { lock } = history;
  return {
    language: 'en',
    title,
    subtitle: lock
      ? text('plandoc.subtitle.locked', { moment: momentText(lock.at), by: lock.by, second: lock.second })
      : text('plandoc.subtitle.draft'),
    runningHead: title,
    code,
    summary: summaryOf(plan, history, code),
    sections: [
      purposeSection(plan),
      rhythmSection(plan),
      successSection(plan),
      comparisonSection(plan),
      expectedSection(plan, source),
      privacySection(plan, source),
      looksSection(plan),
      practicesSection(plan),
      changesSection(history),
      checkSection(plan, fingerprint),
    ],
  };
}

function summaryOf(plan: ProgramPlan, history: PlanHistory, code: string): Block[] {
  const { primary } = plan.success;
  const { look, cutoff } = plan.looks;
  const missing = stepStates(plan).flatMap(({ step, problems }) =>
    problems
      .filter(({ blocks }) => blocks)
      .map((problem) =>
        text('plan-problem.step', { step: text(`step.${step}`), problem: problemText(problem) }),
      ),
  );
  return [
    {
      kind: 'lead',
      text: primary
        ? text(`plandoc.success.${plan.comparison.design ?? 'undecided'}`, {
            outcome: outcomeNoun({ label: primary.label ?? primary.outcome }),
            better: primary.better,
            matters: mattersText(primary),
          })
        : text('plandoc.success.none'),
    },
    lockBlock(history, code),
    ...(isExploratory(history)
      ? [{ kind: 'notice', tone: 'warn', text: text('plandoc.exploratory') } as const]
      : []),
    ...(look === undefined || cutoff === undefined
      ? []
      : [
          {
            kind: 'paragraph',
            text: text('plandoc.look', { look: dayText(look), cutoff: dayText(cutoff) }),
          } as const,
        ]),
    { kind: 'heading', text: text('plandoc.glance') },
    glanceFacts(plan),
    ...(missing.length === 0
      ? []
      : ([
          { kind: 'heading', text: text('plandoc.problems') },
          { kind: 'list', items: missing },
        ] as const)),
  ];
}

function lockBlock({ lock, changes }: PlanHistory, code: string): Block {
  if (!lock) return { kind: 'notice', tone: 'warn', text: text('plandoc.draft') };
  const kinds = changes.map(kindOf);
  const count = (kind: ChangeKind): number => kinds.filter((one) => one === kind).length;
  return {
    kind: 'notice',
    tone: 'info',
    text: text('plandoc.locked', {
      code,
      amendments: count('amendment'),
      deviations: count('deviation'),
    }),
  };
}

function kindOf({ before, after, lookedBefore }: PlanChange): ChangeKind {
  return changeKind(planChanges(before, after), lookedBefore);
}

/** Every change since the lock: what, why, by whom, and whether anybody had seen results. "None" is printed too. */
function changesSection({ changes }: PlanHistory): Section {
  return {
    id: 'changes',
    title: text('plandoc.changes'),
    blocks:
      changes.length === 0
        ? [{ kind: 'paragraph', text: text('plandoc.changes.none') }]
        : changes.flatMap((change, i) => changeBlocks(change, i)),
  };
}

function changeBlocks(change: PlanChange, i: number): Block[] {
  const { at, by, second, reason, lookedBefore, before, after, fingerprint } = change;
  const names = second === null ? by : text('plandoc.names.both', { by, second });
  return [
    { kind: 'heading', text: text('plandoc.change', { kind: kindOf(change), moment: momentText(at) }) },
    {
      kind: 'facts',
      rows: [
        [text('plandoc.reason'), reason],
        [text('plandoc.looked'), text(lookedBefore ? 'plandoc.looked.yes' : 'plandoc.looked.no')],
        [text('plandoc.names'), names],
        [text('plandoc.check.plan'), fingerprint],
      ],
    },
    ...planTable(
      `change-${i + 1}`,
      'plandoc.rows',
      ['what', 'before', 'after'],
      changeRows(before, after).map((row) => [row.what, row.before, row.after]),
    ),
  ];
}

function checkSection(plan: ProgramPlan, fingerprint: string | null): Section {
  return {
    id: 'check',
    title: text('plandoc.check'),
    blocks: [
      { kind: 'paragraph', text: text('plandoc.check.how') },
      {
        kind: 'facts',
        rows: [
          ...(fingerprint === null ? [] : [[text('plandoc.check.plan'), fingerprint] as const]),
          [text('plandoc.check.document'), programPlanFingerprint(plan)],
        ],
      },
    ],
  };
}
