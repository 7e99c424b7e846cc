import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block, Section } from '../document.ts';
import { text } from '../text/text.ts';
import { lockNotice } from './summary-page.ts';

/** What changed between plan and analysis; "none" is printed too. */
export function planChanges(shown: ShownEvaluation): Section {
  const method = shown.overlap?.method;
  const change: Block =
    shown.overlap?.fellBackFrom && method
      ? { kind: 'paragraph', text: text('report.changes.fallback', { method }) }
      : { kind: 'paragraph', text: text('report.changes.none', {}) };
  return {
    id: 'changes-to-the-plan',
    title: text('report.changes', {}),
    blocks: [change, ...lockNotice(shown)],
  };
}
