import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Section } from '../document.ts';
import { SEVERAL_FIGURES } from '../figures/registry.ts';
import { text } from '../text/text.ts';

/** What people said, statement by statement. Absent when nobody answered item by item, or too few did. */
export function answersSection(shown: ShownEvaluation): Section[] {
  const figures = SEVERAL_FIGURES['what-people-say'](shown);
  if (figures.length === 0) return [];
  return [
    {
      id: 'answers',
      title: text('report.answers', {}),
      blocks: [{ kind: 'lead', text: text('report.answers.lead', {}) }, ...figures],
    },
  ];
}
