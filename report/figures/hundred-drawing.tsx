import { scaleLinear } from 'd3-scale';
import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';
import type { Drawing } from './figure-block.tsx';
import { BOB_PX, FadingBar, Lines, PlumbLine, Point, SmallBand, colourOf, lineHeight } from './marks.tsx';
import type { BarRanges, Who } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { wrappedLines } from './text-width.ts';
import { LyingAxis } from './value-axis.tsx';

/** One group as symbols: how many are filled, of how many. */
export interface PeopleGrid {
  readonly who: Who;
  readonly name: string;
  /** Null: words only. */
  readonly filled: number | null;
  readonly of: number;
  readonly words: string;
}

/** The difference below the grids. */
export interface DifferenceStrip {
  readonly estimate: number;
  readonly ranges: BarRanges;
  readonly matters: number;
  readonly who: Who;
  readonly words: string;
}

const COLUMNS = 10;
const WIDEST_GRID_PX = 210;
const LINE_PX = lineHeight(LABEL_PX);
const BETWEEN_PX = 24;

/** Two grids of people side by side, the difference below on its own plumb line. */
export function hundredDrawing(
  pen: Pen,
  grids: readonly PeopleGrid[],
  strip: DifferenceStrip | null,
): Drawing {
  const column = Math.min(
    pen.layout === 'wide' ? 320 : pen.width,
    (pen.width - BETWEEN_PX * (grids.length - 1)) / grids.length,
  );
  const cell = Math.min(WIDEST_GRID_PX, column) / COLUMNS;
  const names = grids.map((grid) => wrappedLines(grid.name, column - 4, LABEL_PX, 'semibold'));
  const words = grids.map((grid) => wrappedLines(grid.words, column - 4, LABEL_PX, 'regular'));
  const nameLines = Math.max(...names.map((lines) => lines.length));
  const gridTop = 6 + nameLines * LINE_PX + 4;
  const rows = Math.max(...grids.map((grid) => (grid.filled === null ? 0 : Math.ceil(grid.of / COLUMNS))));
  const wordsTop = gridTop + rows * cell + 6;
  const stripTop = wordsTop + Math.max(...words.map((lines) => lines.length)) * LINE_PX + 22;
  const drawnStrip = strip === null ? null : stripDrawing(pen, strip, stripTop);
  return {
    heightPx: drawnStrip === null ? stripTop - 8 : drawnStrip.heightPx,
    content: (
      <g>
        {grids.map((grid, i) => {
          const x = i * (column + BETWEEN_PX);
          return (
            <g>
              <Lines pen={pen} lines={names[i]!} x={x + 2} y={6 + LINE_PX - 4} weight="semibold" />
              {grid.filled === null ? null : <Symbols pen={pen} grid={grid} x={x} y={gridTop} cell={cell} />}
              <Lines
                pen={pen}
                lines={words[i]!}
                x={x + 2}
                y={(grid.filled === null ? gridTop : wordsTop) + LINE_PX - 4}
              />
            </g>
          );
        })}
        {drawnStrip?.content}
      </g>
    ),
  };
}

/** Discs for participants, squares for comparison people; filled: it happened to them. */
function Symbols(props: { pen: Pen; grid: PeopleGrid; x: number; y: number; cell: number }) {
  const { pen, grid, x, y, cell } = props;
  const colour = colourOf(pen, grid.who);
  const radius = Math.round(cell * 3.4) / 10;
  const size = 2 * radius;
  const shapes = Array.from({ length: grid.of }, (_, i) => {
    const cx = x + ((i % COLUMNS) + 0.5) * cell;
    const cy = y + (Math.floor(i / COLUMNS) + 0.5) * cell;
    if (grid.who === 'comparison') {
      return `M${at(cx - size / 2)} ${at(cy - size / 2)}h${at(size)}v${at(size)}h${at(-size)}z`;
    }
    const r = at(radius);
    return `M${at(cx - size / 2)} ${at(cy)}a${r} ${r} 0 1 0 ${at(size)} 0a${r} ${r} 0 1 0 ${at(-size)} 0z`;
  });
  const filled = shapes.slice(0, grid.filled!);
  const open = shapes.slice(grid.filled!);
  return (
    <g stroke={colour} stroke-width="1.2">
      {filled.length > 0 ? (
        <path d={filled.join('')} fill={colour} data-filled={String(filled.length)} />
      ) : null}
      {open.length > 0 ? <path d={open.join('')} fill="none" data-open={String(open.length)} /> : null}
    </g>
  );
}

/** Where each line of the strip's text begins, and the picture under it. */
function stripDrawing(pen: Pen, strip: DifferenceStrip, top: number): Drawing {
  const hundred = (value: number) => value * 100;
  const ends = [strip.estimate, strip.matters * 1.5, ...(strip.ranges.range95 ?? [])].map((v) => Math.abs(v));
  const end = Math.ceil(Math.max(...ends) * 110) / 100;
  const [left, right] = [24, pen.width - 24];
  const scale = scaleLinear([-end, end], [left, right]);
  const words = wrappedLines(strip.words, pen.width - 8, LABEL_PX, 'semibold');
  const plotTop = top + words.length * LINE_PX + LINE_PX + 8;
  const middle = plotTop + 22;
  const bottom = plotTop + 44;
  const ticks = scaleLinear([-hundred(end), hundred(end)], [left, right]).ticks(
    pen.layout === 'wide' ? 9 : 5,
  );
  return {
    heightPx: bottom + BOB_PX + 24 + LINE_PX,
    content: (
      <g>
        <Lines pen={pen} lines={words} x={2} y={top + LINE_PX - 4} weight="semibold" />
        <Lines
          pen={pen}
          lines={[text('p04.zero', {})]}
          x={scale(0)}
          y={plotTop - 7}
          size={AXIS_PX}
          anchor="middle"
        />
        <SmallBand
          pen={pen}
          from={scale(-strip.matters)}
          to={scale(strip.matters)}
          top={plotTop}
          bottom={bottom}
        />
        <LyingAxis
          pen={pen}
          ticks={ticks.map((tick) => ({
            position: scale(tick / 100),
            label: plainNumber(tick, tick % 1 === 0 ? 0 : 1),
          }))}
          left={left}
          right={right}
          y={bottom}
        />
        <PlumbLine pen={pen} x={scale(0)} top={plotTop} bottom={bottom - BOB_PX} />
        <FadingBar
          pen={pen}
          who={strip.who}
          ranges={strip.ranges}
          scale={scale}
          across={middle}
          direction="horizontal"
        />
        <Point pen={pen} who={strip.who} x={scale(strip.estimate)} y={middle} />
        <Lines
          pen={pen}
          lines={[text('figures.small-band', {})]}
          x={pen.width / 2}
          y={bottom + 22 + LINE_PX}
          size={AXIS_PX}
          anchor="middle"
          colour={pen.colours.muted}
        />
      </g>
    ),
  };
}
