import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { headline } from '#report/sentences/headline.ts';
import { pillOf } from '#report/sentences/pill.ts';
import { sentenceFor } from '#report/sentences/sentence-for.ts';
import { text } from '#report/text/text.ts';

const WIDTH = 78;

/** What the terminal prints: headline, a paragraph per outcome with its verdict as a word, and where the report is. */
export function terminalReport(shown: ShownEvaluation, out: string): string {
  const parts = [headline(shown), ''];
  if (!shown.planLocked) parts.push(text('not-locked'), '');
  for (const finding of shown.findings) {
    const pill = pillOf(finding);
    if (pill) parts.push(`${pill.mark} ${pill.word}`);
    parts.push(wrapped(sentenceFor(finding, shown).text, '  '), '');
  }
  parts.push(`${out}/report.html`);
  return `${parts.map((part, i) => (i === 0 ? wrapped(part, '') : part)).join('\n')}\n`;
}

function wrapped(words: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of words.split(' ')) {
    if (line.length + word.length + 1 > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
