import { text } from '../text/text.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, Point, lineHeight } from './marks.tsx';
import type { Who } from './marks.tsx';
import { AXIS_PX, LABEL_PX } from './pen.ts';
import type { Pen } from './pen.ts';
import { wrappedLines } from './text-width.ts';

/** One group: a cell per bin, its dots of twenty and its words. */
export interface ChangeRow {
  readonly name: string;
  readonly who: Who;
  readonly cells: readonly { readonly dots: number; readonly words: string }[];
}

const LINE_PX = lineHeight(LABEL_PX);
const DOT_PX = 15.5;

/** Dots in bins, a row per group; on narrow screens a row per bin and group. */
export function changesDrawing(pen: Pen, bins: readonly string[], rows: readonly ChangeRow[]): Drawing {
  const drawn = pen.layout === 'wide' ? wideRows(pen, bins, rows) : narrowRows(pen, bins, rows);
  return {
    heightPx: drawn.heightPx + 26,
    content: (
      <g>
        {drawn.content}
        <Lines
          pen={pen}
          lines={[text('p03.dot', {})]}
          x={2}
          y={drawn.heightPx + 18}
          size={AXIS_PX}
          colour={pen.colours.muted}
        />
      </g>
    ),
  };
}

function wideRows(pen: Pen, bins: readonly string[], rows: readonly ChangeRow[]): Drawing {
  const left = 150;
  const column = (pen.width - left) / bins.length;
  const perLine = Math.min(10, Math.floor((column - 12) / DOT_PX));
  const heads = bins.map((bin) => wrappedLines(bin, column - 12, AXIS_PX, 'regular'));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * lineHeight(AXIS_PX) + 10;
  const names = rows.map(({ name }) => wrappedLines(name, left - 16, LABEL_PX, 'semibold'));
  const heights = rows.map(({ cells }, i) => {
    const lines = Math.max(...cells.map(({ dots }) => Math.ceil(dots / perLine)), 1);
    return Math.max(LINE_PX + lines * DOT_PX + 16, names[i]!.length * LINE_PX + 12);
  });
  const top = (i: number) => headHeight + heights.slice(0, i).reduce((sum, one) => sum + one, 0);
  const x = (bin: number) => left + bin * column + 4;
  return {
    heightPx: top(rows.length),
    content: (
      <g>
        {heads.map((lines, bin) => (
          <Lines
            pen={pen}
            lines={lines}
            x={x(bin)}
            y={lineHeight(AXIS_PX) - 2}
            size={AXIS_PX}
            colour={pen.colours.muted}
          />
        ))}
        {rows.map((row, i) => (
          <g>
            <line
              x1="0"
              x2={String(pen.width)}
              y1={String(top(i))}
              y2={String(top(i))}
              stroke={pen.colours.line}
            />
            <Lines pen={pen} lines={names[i]!} x={2} y={top(i) + LINE_PX} weight="semibold" />
            {row.cells.map(({ dots, words }, bin) => (
              <g>
                <Lines pen={pen} lines={[words]} x={x(bin)} y={top(i) + LINE_PX} />
                <Dots
                  pen={pen}
                  who={row.who}
                  dots={dots}
                  perLine={perLine}
                  x={x(bin)}
                  y={top(i) + LINE_PX + 14}
                />
              </g>
            ))}
          </g>
        ))}
      </g>
    ),
  };
}

function narrowRows(pen: Pen, bins: readonly string[], rows: readonly ChangeRow[]): Drawing {
  const perLine = Math.floor((pen.width - 6) / DOT_PX);
  const placed = rows.flatMap((row) =>
    row.cells.map(({ dots, words }, bin) => ({
      row,
      dots,
      first: bin === 0,
      lines: wrappedLines(`${bins[bin]!}: ${words}`, pen.width - 6, LABEL_PX, 'regular'),
    })),
  );
  const names = new Map(
    rows.map((row) => [row, wrappedLines(row.name, pen.width - 6, LABEL_PX, 'semibold')]),
  );
  const heights = placed.map(
    ({ row, first, lines }) =>
      (first ? names.get(row)!.length * LINE_PX + 6 : 0) + lines.length * LINE_PX + DOT_PX + 10,
  );
  const top = (i: number) => heights.slice(0, i).reduce((sum, one) => sum + one, 0);
  return {
    heightPx: top(placed.length),
    content: (
      <g>
        {placed.map(({ row, dots, first, lines }, i) => {
          const name = first ? names.get(row)! : [];
          const under = top(i) + (first ? name.length * LINE_PX + 6 : 0);
          return (
            <g>
              {first ? <Lines pen={pen} lines={name} x={2} y={top(i) + LINE_PX} weight="semibold" /> : null}
              <Lines pen={pen} lines={lines} x={2} y={under + LINE_PX - 2} />
              <Dots
                pen={pen}
                who={row.who}
                dots={dots}
                perLine={perLine}
                x={2}
                y={under + lines.length * LINE_PX + 8}
              />
            </g>
          );
        })}
      </g>
    ),
  };
}

function Dots(props: { pen: Pen; who: Who; dots: number; perLine: number; x: number; y: number }) {
  const { pen, who, dots, perLine, x, y } = props;
  return (
    <g>
      {Array.from({ length: dots }, (_, i) => (
        <Point
          pen={pen}
          who={who}
          x={x + (i % perLine) * DOT_PX + 7}
          y={y + Math.floor(i / perLine) * DOT_PX}
        />
      ))}
    </g>
  );
}
