import { scaleLinear } from 'd3-scale';
import { text } from '../text/text.ts';
import type { Drawing } from './figure-block.tsx';
import { BOB_PX, BeyondArrow, FadingBar, Lines, PlumbLine, Point, SmallBand, lineHeight } from './marks.tsx';
import type { BarRanges } from './marks.tsx';
import type { OutcomeRow } from './outcome-row.ts';
import { PILL_PX, PillMark, pillWidth } from './pill-mark.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { wrappedLines } from './text-width.ts';

/** Outcomes under a heading. */
export interface OutcomeSection {
  readonly title: string;
  readonly rows: readonly OutcomeRow[];
}

/** The axis ends at three times what matters; what lies beyond is an arrow. */
const AXIS_END = 3;

const GAP_PX = 12;
const SECTION_PX = 34;
const LINE_PX = lineHeight(LABEL_PX);

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly scale: (value: number) => number;
}

interface PlacedRow {
  readonly row: OutcomeRow;
  readonly label: readonly string[];
  readonly side: readonly string[];
  /** The lines that stand in place of the bar. */
  readonly words: readonly string[];
  readonly top: number;
  readonly height: number;
  readonly middle: number;
}

/** All outcomes along one plumb line. Wide: label, bar, amounts side by side; narrow: one under the other. */
export function allOutcomesDrawing(
  pen: Pen,
  sections: readonly OutcomeSection[],
  zero: string,
  limit?: string,
): Drawing {
  const frame = frameOf(pen);
  const top = 3 * LINE_PX;
  let y = top;
  const placed = sections.map((section) => {
    const headTop = y;
    y += SECTION_PX;
    const rows = section.rows.map((row) => {
      const one = pen.layout === 'wide' ? wideRow(pen, frame, row, y) : narrowRow(pen, row, y);
      y += one.height;
      return one;
    });
    return { section, headTop, rows };
  });
  const bottom = y + 8;
  return {
    heightPx: bottom + BOB_PX + LINE_PX + 10,
    content: (
      <g>
        <SmallBand pen={pen} from={frame.scale(-1)} to={frame.scale(1)} top={top} bottom={bottom} />
        <Axis pen={pen} frame={frame} zero={zero} bottom={bottom} limit={limit} />
        <PlumbLine pen={pen} x={frame.scale(0)} top={top} bottom={bottom} />
        {placed.map(({ section, headTop, rows }) => (
          <g>
            <SectionHead pen={pen} title={section.title} y={headTop} />
            {rows.map((one) => (
              <Row pen={pen} frame={frame} placed={one} />
            ))}
          </g>
        ))}
      </g>
    ),
  };
}

function frameOf(pen: Pen): Frame {
  const [left, right] = pen.layout === 'wide' ? [200, 454] : [14, pen.width - 14];
  return { left, right, scale: scaleLinear([-AXIS_END, AXIS_END], [left, right]) };
}

function wideRow(pen: Pen, frame: Frame, row: OutcomeRow, top: number): PlacedRow {
  const label = wrappedLines(row.label, frame.left - 18, LABEL_PX, row.strong ? 'semibold' : 'regular');
  const sideWidth = pen.width - frame.right - 24;
  const words =
    'words' in row.bar ? wrappedLines(row.bar.words, frame.right - frame.left - 8, LABEL_PX, 'regular') : [];
  const side = row.amounts.flatMap((line) => wrappedLines(line, sideWidth, LABEL_PX, 'regular'));
  const sideHeight = side.length * LINE_PX + (row.pill ? PILL_PX + 4 : 0);
  const height = Math.max(label.length * LINE_PX, words.length * LINE_PX, sideHeight, 28) + GAP_PX;
  return { row, label, side, words, top, height, middle: top + (height - GAP_PX) / 2 };
}

function narrowRow(pen: Pen, row: OutcomeRow, top: number): PlacedRow {
  const full = pen.width - 4;
  const label = wrappedLines(row.label, full, LABEL_PX, 'semibold');
  const joined = row.amounts.join(', ');
  const side = joined === '' ? [] : wrappedLines(joined, full, LABEL_PX, 'regular');
  const words = 'words' in row.bar ? wrappedLines(row.bar.words, full, LABEL_PX, 'regular') : [];
  const above = (label.length + side.length) * LINE_PX + (row.pill ? PILL_PX + 8 : 0);
  const barHeight = words.length > 0 ? words.length * LINE_PX + 6 : 30;
  return {
    row,
    label,
    side,
    words,
    top,
    height: above + barHeight + GAP_PX,
    middle: top + above + barHeight / 2,
  };
}

function SectionHead(props: { pen: Pen; title: string; y: number }) {
  const { pen, title, y } = props;
  const back = { x: '0', y: at(y), width: at(pen.width), height: at(SECTION_PX - 6) };
  return (
    <g>
      <rect {...back} fill={pen.colours.surface} />
      <Lines pen={pen} lines={[title]} x={6} y={y + 19} size={LABEL_PX} weight="semibold" />
    </g>
  );
}

function Axis(props: { pen: Pen; frame: Frame; zero: string; bottom: number; limit: string | undefined }) {
  const { pen, frame, zero, bottom, limit } = props;
  const middle = frame.scale(0);
  const ticks = [-3, -2, -1, 0, 1, 2, 3];
  return (
    <g>
      <Lines
        pen={pen}
        lines={[text('p01.worse', {})]}
        x={frame.left - 8}
        y={14}
        size={AXIS_PX}
        colour={pen.colours.muted}
      />
      <Lines
        pen={pen}
        lines={[zero]}
        x={middle}
        y={14}
        size={AXIS_PX}
        anchor="middle"
        colour={pen.colours.ink}
      />
      <Lines
        pen={pen}
        lines={[text('p01.better', {})]}
        x={frame.right + 8}
        y={14}
        size={AXIS_PX}
        anchor="end"
        colour={pen.colours.muted}
      />
      {ticks.map((tick) => (
        <g>
          <Lines
            pen={pen}
            lines={[tick < 0 ? `−${-tick}` : String(tick)]}
            x={frame.scale(tick)}
            y={36}
            size={AXIS_PX}
            anchor="middle"
            colour={pen.colours.muted}
          />
          <line
            x1={at(frame.scale(tick))}
            x2={at(frame.scale(tick))}
            y1={at(3 * LINE_PX - 10)}
            y2={at(3 * LINE_PX - 4)}
            stroke={pen.colours.border}
          />
        </g>
      ))}
      {limit === undefined ? null : <LimitLine pen={pen} x={frame.scale(-1)} bottom={bottom} />}
      <Lines
        pen={pen}
        lines={[limit ?? text('figures.small', {})]}
        x={limit === undefined ? middle : frame.scale(-1)}
        y={bottom + BOB_PX + LINE_PX}
        size={AXIS_PX}
        anchor="middle"
        colour={limit === undefined ? pen.colours.muted : pen.colours.ink}
      />
    </g>
  );
}

/** The limit that must not be passed: on the worse side, as far from no difference as what matters. */
function LimitLine(props: { pen: Pen; x: number; bottom: number }) {
  const { pen, x, bottom } = props;
  return (
    <line
      x1={at(x)}
      x2={at(x)}
      y1={at(3 * LINE_PX)}
      y2={at(bottom + 6)}
      stroke={pen.colours.ink}
      stroke-width="2"
      stroke-dasharray="2 3"
    />
  );
}

function Row(props: { pen: Pen; frame: Frame; placed: PlacedRow }) {
  const { pen, frame, placed } = props;
  const { row, label, side, words, top, middle } = placed;
  const wide = pen.layout === 'wide';
  const sideX = wide ? frame.right + 24 : 2;
  const labelY = wide ? middle - (label.length * LINE_PX) / 2 + LINE_PX - 4 : top + LINE_PX - 4;
  const sideHeight = side.length * LINE_PX + (row.pill ? PILL_PX + 4 : 0);
  const sideY = wide ? middle - sideHeight / 2 + LINE_PX - 4 : labelY + label.length * LINE_PX;
  const pillY = sideY - LINE_PX + 4 + side.length * LINE_PX + 2;
  const wordsY = middle - (words.length * LINE_PX) / 2 + LINE_PX - 5;
  return (
    <g>
      {wide ? null : <Backing pen={pen} top={top - 7} bottom={middle - 15} />}
      <Lines pen={pen} lines={label} x={2} y={labelY} weight={wide && !row.strong ? 'regular' : 'semibold'} />
      {side.length > 0 ? <Lines pen={pen} lines={side} x={sideX} y={sideY} /> : null}
      {row.pill ? (
        <PillMark
          pen={pen}
          verdict={row.pill.verdict}
          word={row.pill.word}
          x={Math.min(sideX, pen.width - pillWidth(row.pill.word))}
          y={pillY}
        />
      ) : null}
      {'words' in row.bar ? (
        <g>
          <rect
            x={at(frame.left - 4)}
            y={at(middle - (words.length * LINE_PX) / 2 - 1)}
            width={at(frame.right - frame.left + 8)}
            height={at(words.length * LINE_PX + 3)}
            fill={pen.colours.background}
          />
          <Lines
            pen={pen}
            lines={words}
            x={frame.left + (wide ? 2 : 0)}
            y={wordsY}
            colour={pen.colours.muted}
          />
        </g>
      ) : (
        <Bar pen={pen} frame={frame} row={row} point={row.bar.point} ranges={row.bar.ranges} y={middle} />
      )}
    </g>
  );
}

/** Narrow rows: the words stand on the page's own ground, not on the band. */
function Backing(props: { pen: Pen; top: number; bottom: number }) {
  const { pen, top, bottom } = props;
  return (
    <rect
      x="0"
      y={at(top)}
      width={at(pen.width)}
      height={at(Math.max(0, bottom - top))}
      fill={pen.colours.background}
    />
  );
}

function Bar(props: {
  pen: Pen;
  frame: Frame;
  row: OutcomeRow;
  point: number;
  ranges: BarRanges;
  y: number;
}) {
  const { pen, frame, row, point, ranges, y } = props;
  const inside = (value: number) => Math.min(AXIS_END, Math.max(-AXIS_END, value));
  const scale = (value: number) => frame.scale(inside(value));
  const all = [point, ...(ranges.range95 ?? [])];
  return (
    <g>
      <FadingBar pen={pen} who={row.who} ranges={ranges} scale={scale} across={y} direction="horizontal" />
      {all.some((value) => value < -AXIS_END) ? (
        <BeyondArrow pen={pen} who={row.who} x={frame.left} y={y} towards="left" />
      ) : null}
      {all.some((value) => value > AXIS_END) ? (
        <BeyondArrow pen={pen} who={row.who} x={frame.right} y={y} towards="right" />
      ) : null}
      {Math.abs(point) <= AXIS_END ? <Point pen={pen} who={row.who} x={scale(point)} y={y} /> : null}
    </g>
  );
}
