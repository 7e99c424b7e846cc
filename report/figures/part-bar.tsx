import type { Theme } from '../formats/style/tokens.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, lineHeight } from './marks.tsx';
import { LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { wrappedLines } from './text-width.ts';

/** A part of a bar, with its words below. */
export interface BarPart {
  readonly count: number;
  readonly words: string;
  readonly tint: keyof Theme;
}

const BAR_PX = 34;
const SWATCH_PX = 14;
const LINE_PX = lineHeight(LABEL_PX);

/** One bar whose parts make the whole, and a line of words for each part, in the same order. */
export function partBarDrawing(pen: Pen, parts: readonly BarPart[]): Drawing {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const width = pen.width - 4;
  const left = (i: number) =>
    2 + (parts.slice(0, i).reduce((sum, { count }) => sum + count, 0) / all) * width;
  const lines = parts.map(({ words }) =>
    wrappedLines(words, pen.width - SWATCH_PX - 16, LABEL_PX, 'regular'),
  );
  const top = 4;
  const tops = lines.map(
    (_, i) => top + BAR_PX + 16 + lines.slice(0, i).reduce((sum, one) => sum + one.length * LINE_PX + 6, 0),
  );
  return {
    heightPx: tops.at(-1)! + lines.at(-1)!.length * LINE_PX + 4,
    content: (
      <g>
        {parts.map(({ count, tint }, i) => (
          <rect
            x={at(left(i))}
            y={at(top)}
            width={at((count / all) * width)}
            height={at(BAR_PX)}
            fill={pen.colours[tint]}
            stroke={pen.colours.border}
          />
        ))}
        {parts.map(({ tint }, i) => (
          <g>
            <rect
              x="2"
              y={at(tops[i]! + 2)}
              width={at(SWATCH_PX)}
              height={at(SWATCH_PX)}
              fill={pen.colours[tint]}
              stroke={pen.colours.border}
            />
            <Lines pen={pen} lines={lines[i]!} x={SWATCH_PX + 10} y={tops[i]! + LINE_PX - 4} />
          </g>
        ))}
      </g>
    ),
  };
}
