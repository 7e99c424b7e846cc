import { text } from '../text/text.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, lineHeight } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth, wrappedLines } from './text-width.ts';

/** A group on a scale: its value and people as texts, and whether it clearly differs. */
export interface GroupMark {
  readonly value: string;
  readonly people: string;
  readonly differs: 'above' | 'below' | 'no';
}

/** One scale: everybody's value, and the cell of each group in their order. */
export interface GroupRow {
  readonly name: string;
  readonly overall: string;
  readonly cells: readonly GroupMark[];
}

const LINE_PX = lineHeight(LABEL_PX);
const CELL_PX = 44;
const LEFT_PX = 190;
/** Beyond so many groups names would not fit over their columns. */
const MOST_COLUMNS = 5;

/** Values of groups beside everybody's, scale by scale: a table where there is room for it, else a list. Cells that clearly differ are tinted and bear a triangle. */
export function groupsDrawing(pen: Pen, groups: readonly string[], rows: readonly GroupRow[]): Drawing {
  return pen.layout === 'wide' && groups.length <= MOST_COLUMNS
    ? matrix(pen, groups, rows)
    : list(pen, groups, rows);
}

function matrix(pen: Pen, groups: readonly string[], rows: readonly GroupRow[]): Drawing {
  const heads = [text('p12.everybody', {}), ...groups];
  const step = (pen.width - LEFT_PX) / heads.length;
  const x = (column: number) => LEFT_PX + column * step;
  const lines = heads.map((head) => wrappedLines(head, step - 10, AXIS_PX, 'semibold'));
  const headHeight = Math.max(...lines.map((one) => one.length)) * lineHeight(AXIS_PX) + 10;
  const names = rows.map(({ name }) => wrappedLines(name, LEFT_PX - 12, LABEL_PX, 'regular'));
  const heights = names.map((one) => Math.max(CELL_PX, one.length * LINE_PX + 10));
  const top = (i: number) => headHeight + heights.slice(0, i).reduce((sum, one) => sum + one, 0);
  return {
    heightPx: top(rows.length) + 4,
    content: (
      <g>
        {lines.map((head, column) => (
          <Lines
            pen={pen}
            lines={head}
            x={x(column) + 6}
            y={lineHeight(AXIS_PX) - 2}
            size={AXIS_PX}
            weight="semibold"
          />
        ))}
        {rows.map((row, i) => (
          <g>
            <line x1="0" x2={at(pen.width)} y1={at(top(i))} y2={at(top(i))} stroke={pen.colours.line} />
            <Lines pen={pen} lines={names[i]!} x={2} y={top(i) + LINE_PX} />
            <Lines
              pen={pen}
              lines={[row.overall]}
              x={x(0) + 6}
              y={top(i) + LINE_PX}
              colour={pen.colours.muted}
            />
            {row.cells.map((mark, column) => (
              <Cell
                pen={pen}
                mark={mark}
                x={x(column + 1)}
                y={top(i)}
                width={step - 4}
                height={heights[i]! - 2}
              />
            ))}
          </g>
        ))}
      </g>
    ),
  };
}

function Cell(props: { pen: Pen; mark: GroupMark; x: number; y: number; width: number; height: number }) {
  const { pen, mark, x, y, width, height } = props;
  return (
    <g>
      <Ground pen={pen} mark={mark} x={x} y={y + 1} width={width} height={height} />
      <Value pen={pen} mark={mark} x={x + 6} y={y + LINE_PX} />
      <Lines
        pen={pen}
        lines={[mark.people]}
        x={x + 6}
        y={y + LINE_PX + lineHeight(AXIS_PX)}
        size={AXIS_PX}
        colour={pen.colours.muted}
      />
    </g>
  );
}

/** A heading per scale with everybody's value, then a line per group. */
function list(pen: Pen, groups: readonly string[], rows: readonly GroupRow[]): Drawing {
  const right = 96;
  const heads = rows.map(({ name, overall }) =>
    wrappedLines(text('p12.head', { name, overall }), pen.width - 4, LABEL_PX, 'semibold'),
  );
  const names = groups.map((group) => wrappedLines(group, pen.width - right - 14, LABEL_PX, 'regular'));
  const groupHeights = names.map((lines) => lines.length * LINE_PX + 6);
  const listHeight = groupHeights.reduce((sum, one) => sum + one, 0);
  const top = (i: number) =>
    heads.slice(0, i).reduce((sum, lines) => sum + lines.length * LINE_PX + 6 + listHeight + 12, 0);
  return {
    heightPx: top(rows.length),
    content: (
      <g>
        {rows.map((row, i) => {
          const first = top(i) + heads[i]!.length * LINE_PX + 6;
          return (
            <g>
              <Lines pen={pen} lines={heads[i]!} x={2} y={top(i) + LINE_PX - 2} weight="semibold" />
              {row.cells.map((mark, g) => {
                const y = first + groupHeights.slice(0, g).reduce((sum, one) => sum + one, 0);
                return (
                  <g>
                    <Ground
                      pen={pen}
                      mark={mark}
                      x={0}
                      y={y}
                      width={pen.width}
                      height={groupHeights[g]! - 2}
                    />
                    <Lines pen={pen} lines={names[g]!} x={10} y={y + LINE_PX - 1} />
                    <Value pen={pen} mark={mark} x={pen.width - right} y={y + LINE_PX - 1} />
                    <Lines
                      pen={pen}
                      lines={[mark.people]}
                      x={pen.width - 4}
                      y={y + LINE_PX - 1}
                      size={AXIS_PX}
                      anchor="end"
                      colour={pen.colours.muted}
                    />
                  </g>
                );
              })}
            </g>
          );
        })}
      </g>
    ),
  };
}

/** The tint of a cell that clearly differs. */
function Ground(props: { pen: Pen; mark: GroupMark; x: number; y: number; width: number; height: number }) {
  const { pen, mark, x, y, width, height } = props;
  if (mark.differs === 'no') return null;
  return (
    <rect
      x={at(x)}
      y={at(y)}
      width={at(width)}
      height={at(height)}
      fill={pen.colours.band}
      stroke={pen.colours.border}
    />
  );
}

/** A value, with a triangle up or down where it clearly differs. */
function Value(props: { pen: Pen; mark: GroupMark; x: number; y: number }) {
  const { pen, mark, x, y } = props;
  const differs = mark.differs !== 'no';
  const left = x + textWidth(mark.value, LABEL_PX, differs ? 'semibold' : 'regular') + 6;
  const [tip, foot] = mark.differs === 'above' ? [y - 10, y - 1] : [y - 1, y - 10];
  const points = `${at(left)},${at(foot)} ${at(left + 10)},${at(foot)} ${at(left + 5)},${at(tip)}`;
  return (
    <g>
      <Lines pen={pen} lines={[mark.value]} x={x} y={y} weight={differs ? 'semibold' : 'regular'} />
      {differs ? <polygon points={points} fill={pen.colours.ink} /> : null}
    </g>
  );
}
