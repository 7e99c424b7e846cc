import { scaleLinear } from 'd3-scale';
import type { Theme } from '../formats/style/tokens.ts';
import { plainNumber } from './amounts.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, lineHeight } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { wrappedLines } from './text-width.ts';

/** A column: what it counts, how many, in which tint. */
export interface CountColumn {
  readonly label: string;
  readonly count: number;
  readonly tint: keyof Theme;
}

/** A line between two columns, with its words above the picture. */
export interface LimitLine {
  /** Columns that stand before it. */
  readonly after: number;
  readonly label: string;
}

const PLOT_PX = 180;
const WIDEST_BAR_PX = 84;
const LINE_PX = lineHeight(LABEL_PX);

/** Columns from 0 with their counts on top; limits as dashed lines, the axis named below, remarks at the end. */
export function countColumnsDrawing(
  pen: Pen,
  columns: readonly CountColumn[],
  limits: readonly LimitLine[],
  words: { readonly axis: string; readonly remark: string | null },
): Drawing {
  const step = (pen.width - 4) / columns.length;
  const bar = Math.min(WIDEST_BAR_PX, step * 0.62);
  const limitsTop = 4;
  const top = limitsTop + limits.length * LINE_PX + LINE_PX + 6;
  const bottom = top + PLOT_PX;
  const height = scaleLinear([0, Math.max(...columns.map(({ count }) => count))], [0, PLOT_PX]);
  const labels = columns.map(({ label }) => wrappedLines(label, step - 6, AXIS_PX, 'regular'));
  const axisTop = bottom + 6 + Math.max(...labels.map((lines) => lines.length)) * lineHeight(AXIS_PX) + 6;
  const axis = wrappedLines(words.axis, pen.width - 8, AXIS_PX, 'regular');
  const remark = words.remark === null ? [] : wrappedLines(words.remark, pen.width - 8, AXIS_PX, 'regular');
  const remarkTop = axisTop + axis.length * lineHeight(AXIS_PX) + 8;
  return {
    heightPx: remarkTop + remark.length * lineHeight(AXIS_PX) + 4,
    content: (
      <g>
        {columns.map((column, i) => (
          <Column
            pen={pen}
            column={column}
            label={labels[i]!}
            x={2 + (i + 0.5) * step}
            width={bar}
            height={height(column.count)}
            bottom={bottom}
          />
        ))}
        <line x1="2" x2={at(pen.width - 2)} y1={at(bottom)} y2={at(bottom)} stroke={pen.colours.border} />
        {limits.map(({ after, label }, i) => (
          <Limit
            pen={pen}
            label={label}
            x={2 + after * step}
            y={limitsTop + (i + 1) * LINE_PX}
            bottom={bottom}
          />
        ))}
        <Words pen={pen} lines={axis} x={pen.width / 2} y={axisTop} anchor="middle" />
        {remark.length === 0 ? null : <Words pen={pen} lines={remark} x={2} y={remarkTop} anchor="start" />}
      </g>
    ),
  };
}

/** Words below the columns, from `y` down. */
function Words(props: {
  pen: Pen;
  lines: readonly string[];
  x: number;
  y: number;
  anchor: 'start' | 'middle';
}) {
  const { pen, lines, x, y, anchor } = props;
  return (
    <Lines
      pen={pen}
      lines={lines}
      x={x}
      y={y + lineHeight(AXIS_PX) - 3}
      size={AXIS_PX}
      anchor={anchor}
      colour={pen.colours.muted}
    />
  );
}

/** A column with its count on top and its name below. */
function Column(props: {
  pen: Pen;
  column: CountColumn;
  label: readonly string[];
  x: number;
  width: number;
  height: number;
  bottom: number;
}) {
  const { pen, column, label, x, width, height, bottom } = props;
  return (
    <g>
      <rect
        x={at(x - width / 2)}
        y={at(bottom - height)}
        width={at(width)}
        height={at(height)}
        fill={pen.colours[column.tint]}
        stroke={pen.colours.border}
      />
      <Lines
        pen={pen}
        lines={[plainNumber(column.count, 0)]}
        x={x}
        y={bottom - height - 6}
        anchor="middle"
        weight="semibold"
      />
      <Lines
        pen={pen}
        lines={label}
        x={x}
        y={bottom + 3 + lineHeight(AXIS_PX)}
        size={AXIS_PX}
        anchor="middle"
      />
    </g>
  );
}

/** The words stand on the side of the line that has room for them. */
function Limit(props: { pen: Pen; label: string; x: number; y: number; bottom: number }) {
  const { pen, label, x, y, bottom } = props;
  const right = x < pen.width / 2;
  return (
    <g>
      <line
        x1={at(x)}
        x2={at(x)}
        y1={at(y - LINE_PX + 5)}
        y2={at(bottom)}
        stroke={pen.colours.ink}
        stroke-dasharray="5 4"
      />
      <Lines
        pen={pen}
        lines={[label]}
        x={right ? x + 6 : x - 6}
        y={y}
        size={AXIS_PX}
        anchor={right ? 'start' : 'end'}
      />
    </g>
  );
}
