import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { differenceTexts } from '#report/figures/amounts.ts';
import { withHorizons } from '#report/reports/with-horizons.ts';
import { headline } from '#report/sentences/headline.ts';
import { leftOutText } from '#report/sentences/left-out-text.ts';
import { pillOf } from '#report/sentences/pill.ts';
import { sentenceFor } from '#report/sentences/sentence-for.ts';
import { text } from '#report/text/text.ts';

const WIDTH = 78;
const NAME_WIDTH = 30;
const AMOUNT_WIDTH = 20;

/** What the terminal prints: headline, a table with a verdict word per outcome, the sentences, who is left out, where the report is. */
export function terminalReport(evaluation: ShownEvaluation, out: string): string {
  const shown = withHorizons(evaluation);
  const sentences = shown.findings.flatMap((finding) => [
    finding.label,
    wrapped(sentenceFor(finding, shown).text, '  '),
    '',
  ]);
  const leftOut = shown.study.leftOut.map(({ reason, n }) => `  ${leftOutText(reason)}: ${n}`);
  const parts = [
    wrapped(headline(evaluation), ''),
    '',
    ...(shown.planLocked ? [] : [text('not-locked'), '']),
    ...shown.findings.flatMap(tableRow),
    '',
    ...sentences,
    ...(leftOut.length > 0 ? [text('terminal.left-out'), ...leftOut, ''] : []),
    text('terminal.report', { path: `${out}/report.html` }),
  ];
  return `${parts.join('\n')}\n`;
}

/** One outcome: its name, the difference with its likely range, the verdict; long names take lines of their own. */
function tableRow(finding: ShownFinding): string[] {
  const pill = pillOf(finding);
  const verdict = pill ? `${pill.mark} ${pill.word}` : '';
  const figures = finding.shown;
  const amounts =
    figures?.estimate == null ? null : differenceTexts(finding, figures.estimate, figures.range95);
  const name = wrapped(finding.label, '', NAME_WIDTH).split('\n');
  const last = name.pop()!;
  const [first, second] = amounts ? [amounts.estimate, amounts.range] : ['', ''];
  return [
    ...name,
    `${last.padEnd(NAME_WIDTH + 2)}${first.padEnd(AMOUNT_WIDTH)}${verdict}`.trimEnd(),
    ...(second === '' ? [] : [`${' '.repeat(NAME_WIDTH + 2)}${second}`]),
  ];
}

/** Lines of at most so many letters. */
export function wrapped(words: string, indent: string, width: number = WIDTH): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of words.split(' ')) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
