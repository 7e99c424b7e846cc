import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block, Section } from '../document.ts';
import { followedScales } from '../figures/followed-scales.ts';
import { SEVERAL_FIGURES } from '../figures/registry.ts';
import { trendSentences } from '../sentences/trend-sentence.ts';
import { text } from '../text/text.ts';

/** What people said, statement by statement, wave by wave. Absent when too few answered anything. */
export function answersSection(shown: ShownEvaluation): Section[] {
  const blocks: Block[] = [
    ...SEVERAL_FIGURES['what-people-say'](shown),
    ...SEVERAL_FIGURES['is-it-changing'](shown),
    ...changes(shown),
    ...SEVERAL_FIGURES['where-does-it-differ'](shown),
  ];
  if (blocks.length === 0) return [];
  return [
    {
      id: 'answers',
      title: text('report.answers', {}),
      blocks: [{ kind: 'lead', text: text('report.answers.lead', {}) }, ...blocks],
    },
  ];
}

/** What changed from the last wave but one to the last, and what cannot be said. */
function changes(shown: ShownEvaluation): Block[] {
  const items = trendSentences(followedScales(shown));
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: text('report.answers.changes', {}) },
    { kind: 'list', items },
  ];
}
