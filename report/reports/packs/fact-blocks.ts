import type { EndCounts } from '#evaluation/program-counts.ts';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { OutcomeRole } from '#evaluation/finding.ts';
import type { Block } from '../../document.ts';
import { EVALUATION_FIGURES, SEVERAL_FIGURES } from '../../figures/registry.ts';
import { decisionText } from '../../sentences/decision-text.ts';
import { listed } from '../../text/listed.ts';
import { text } from '../../text/text.ts';
import { findingBlock } from '../finding-block.ts';
import { howSure, lockText } from '../summary-page.ts';
import type { PackFact } from './pack.ts';

/** What a fact says of an evaluation; no blocks where the files record nothing. */
export function factBlocks(fact: PackFact, shown: ShownEvaluation): readonly Block[] {
  return FACTS[fact](shown);
}

const FACTS: Readonly<Record<PackFact, (shown: ShownEvaluation) => readonly Block[]>> = {
  objectives,
  lock: ({ plan }) => (plan.locked ? [paragraph(lockText(plan.locked))] : []),
  design: (shown) => [paragraph(howSure(shown))],
  decision: (shown) => (shown.due ? [paragraph(decisionText(shown.decision))] : []),
  mentees: ({ program }) =>
    program && program.mentees > 0 ? [paragraph(text('pack.fact.mentees', { n: program.mentees }))] : [],
  mentors: ({ program }) =>
    program && program.mentors > 0 ? [paragraph(text('pack.fact.mentors', { n: program.mentors }))] : [],
  'mentees-by-end': ({ program }) => byEnd('mentees', program?.menteesBy ?? null),
  'mentors-by-end': ({ program }) => byEnd('mentors', program?.mentorsBy ?? null),
  'pairs-by-end': ({ program }) => byEnd('pairs', program?.pairs ?? null),
  rhythm: (shown) => figureOf(shown, 'far-from-rhythm'),
  goals: (shown) => figureOf(shown, 'what-became-of-goals'),
  'who-is-missing': (shown) => SEVERAL_FIGURES['who-is-missing'](shown),
  outcomes: (shown) => findingsOf(shown, ['primary', 'also']),
  'watch-outs': (shown) => findingsOf(shown, ['watch-out']),
};

function figureOf(shown: ShownEvaluation, question: keyof typeof EVALUATION_FIGURES): Block[] {
  const figure = EVALUATION_FIGURES[question](shown);
  return figure === null ? [] : [figure];
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', text: words };
}

/** Objectives and the outcomes behind them; outcomes without an objective and the reverse are named (S14). */
function objectives({ plan, findings }: ShownEvaluation): Block[] {
  const stated = Object.entries(plan.objectives ?? {});
  if (stated.length === 0) return [];
  const labels = new Map(findings.map(({ outcome, label }) => [outcome, label]));
  const tied = new Set(stated.flatMap(([, outcomes]) => outcomes));
  const loose = [...labels].flatMap(([outcome, label]) => (tied.has(outcome) ? [] : [label]));
  return [
    {
      kind: 'list',
      items: stated.map(([objective, outcomes]) =>
        outcomes.length === 0
          ? text('pack.fact.objective.orphan', { objective })
          : text('pack.fact.objective', {
              objective,
              outcomes: listed(outcomes.map((outcome) => labels.get(outcome) ?? outcome)),
            }),
      ),
    },
    ...(loose.length === 0 ? [] : [paragraph(text('pack.fact.outcome.orphan', { list: listed(loose) }))]),
  ];
}

function byEnd(of: 'mentees' | 'mentors' | 'pairs', counts: EndCounts | null): Block[] {
  if (counts === null) return [];
  const { all, open, completed, early, movedOn, unsaid, joined } = counts;
  const values = { of, all, open, completed, early, movedOn, unsaid };
  return [
    paragraph(text('pack.fact.by-end', values)),
    ...(joined ? [{ kind: 'small', text: text('pack.fact.by-end.joined', {}) } as const] : []),
  ];
}

function findingsOf(shown: ShownEvaluation, roles: readonly OutcomeRole[]): Block[] {
  return shown.findings
    .filter(({ role }) => roles.includes(role))
    .map((finding) => findingBlock(finding, shown, []));
}
