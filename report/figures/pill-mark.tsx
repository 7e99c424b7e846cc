import type { Verdict } from '#evaluation/finding.ts';
import { LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { Lines } from './marks.tsx';
import { textWidth } from './text-width.ts';

/** Height of a pill in a figure. */
export const PILL_PX = 24;

const MARK_PX = 12;

/** The width that a pill needs. */
export function pillWidth(word: string): number {
  return textWidth(word, LABEL_PX, 'semibold') + MARK_PX + 26;
}

/** A verdict as a shaped word; `x`, `y` is its top left corner. The mark is drawn, because fonts lack some of them. */
export function PillMark(props: { pen: Pen; verdict: Verdict; word: string; x: number; y: number }) {
  const { pen, verdict, word, x, y } = props;
  const look = pillLook(pen, verdict);
  return (
    <g>
      <rect
        x={at(x + 0.5)}
        y={at(y + 0.5)}
        width={at(pillWidth(word) - 1)}
        height={at(PILL_PX - 1)}
        rx="12"
        fill={look.fill}
        stroke={look.stroke}
        stroke-dasharray={look.dashes}
      />
      <g transform={`translate(${at(x + 11)} ${at(y + PILL_PX / 2 - MARK_PX / 2)})`}>
        <VerdictMark verdict={verdict} colour={look.text} />
      </g>
      <Lines
        pen={pen}
        lines={[word]}
        x={x + 11 + MARK_PX + 5}
        y={y + 17}
        weight="semibold"
        colour={look.text}
      />
    </g>
  );
}

function pillLook(pen: Pen, verdict: Verdict) {
  const { colours } = pen;
  const solid = (fill: string, text: string) => ({ fill, text, stroke: colours.border, dashes: 'none' });
  if (verdict === 'benefit') return solid(colours.benefit, colours.benefitText);
  if (verdict === 'harm') return solid(colours.harm, colours.harmText);
  if (verdict === 'inconclusive') return solid(colours.inconclusive, colours.inconclusiveText);
  if (verdict === 'no-meaningful-difference') return solid(colours.same, colours.sameText);
  if (verdict === 'hidden') return solid(colours.band, colours.ink);
  const dashes = verdict === 'not-due' ? '1 3' : '5 3';
  return { fill: 'none', text: colours.ink, stroke: colours.border, dashes };
}

/** The mark of a verdict in a square of 12: ▲ ▼ = ? ○ ◷ ▨. */
export function VerdictMark(props: { verdict: Verdict; colour: string }) {
  const { verdict, colour } = props;
  const line = { fill: 'none', stroke: colour, 'stroke-width': '1.8' };
  if (verdict === 'benefit') return <path d="M6 1L11.5 11H0.5Z" fill={colour} />;
  if (verdict === 'harm') return <path d="M6 11L11.5 1H0.5Z" fill={colour} />;
  if (verdict === 'no-meaningful-difference') return <path d="M1 4H11M1 8.5H11" {...line} />;
  if (verdict === 'inconclusive') {
    return <path d="M3 4C3 0.5 9 0.5 9 4C9 6.2 6 5.8 6 8.4M6 10V11.8" {...line} />;
  }
  if (verdict === 'not-due') return <path d="M6 1A5 5 0 1 0 6 11A5 5 0 1 0 6 1M6 3V6H9" {...line} />;
  if (verdict === 'hidden') return <path d="M1 1H11V11H1ZM1 6L6 1M1 11L11 1M6 11L11 6" {...line} />;
  return <path d="M6 1A5 5 0 1 0 6 11A5 5 0 1 0 6 1" {...line} />;
}
