import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { OutcomeRole } from '#evaluation/finding.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { FigureBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { allOutcomesDrawing } from './all-outcomes-drawing.tsx';
import type { OutcomeSection } from './all-outcomes-drawing.tsx';
import { outcomesTwin } from './outcomes-twin.ts';
import { outcomeRow } from './outcome-row.ts';
import { figureBlock } from './figure-block.tsx';
import { sourceLine } from './source-line.ts';

const SECTIONS: readonly { key: 'outcomes' | 'watch-outs' | 'control'; roles: readonly OutcomeRole[] }[] = [
  { key: 'outcomes', roles: ['primary', 'also'] },
  { key: 'watch-outs', roles: ['watch-out'] },
  { key: 'control', roles: ['negative-control'] },
];

/** P01: all outcomes on one axis, in multiples of the smallest difference that matters. Absent without a comparison. */
export function p01AllOutcomes(shown: ShownEvaluation): FigureBlock | null {
  if (shown.plan.design === 'opinions') return null;
  const sections: OutcomeSection[] = SECTIONS.map(({ key, roles }) => ({
    title: text(`p01.section.${key}`, {}),
    rows: shown.findings
      .filter((finding) => roles.includes(finding.role))
      .map((finding) => outcomeRow(finding)),
  })).filter((section) => section.rows.length > 0);
  if (sections.length === 0) return null;
  const change = shown.plan.design === 'before-after';
  const zero = text('p01.zero', { design: change ? 'change' : 'comparison' });
  const rows = sections.flatMap((section) => section.rows);
  return figureBlock({
    id: 'P01',
    name: 'P01-all-outcomes',
    title: titleOf(shown.findings),
    subtitle: text('p01.subtitle', {}),
    description: text('p01.description', {
      finding: titleOf(shown.findings),
      rows: rows.map((row) => `${row.label}: ${row.described}`).join('; '),
    }),
    source: sourceLine(shown),
    n: shown.study.participants + shown.study.comparison,
    table: outcomesTwin(shown.findings),
    draw: (pen) => allOutcomesDrawing(pen, sections, zero),
  });
}

function titleOf(findings: readonly ShownFinding[]): string {
  const count = (verdict: ShownFinding['verdict']) =>
    findings.filter((one) => one.verdict === verdict).length;
  const [benefit, harm, same] = [count('benefit'), count('harm'), count('no-meaningful-difference')];
  const none = count('none');
  if (none === findings.length) return text('p01.title.none', {});
  if (count('not-due') === findings.length) return text('p01.title.not-due', {});
  const of = findings.length;
  return text('p01.title', { of, benefit, harm, same, none, open: of - benefit - harm - same - none });
}
