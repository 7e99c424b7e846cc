import type { Range } from '#evaluation/finding.ts';
import { LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth } from './text-width.ts';
import type { TextWeight } from './text-width.ts';

/** Whose figure a mark shows; the shape says it as well as the colour. */
export type Who = 'participants' | 'comparison' | 'mentors';

/** The colour of somebody's marks. */
export function colourOf(pen: Pen, who: Who): string {
  if (who === 'mentors') return pen.colours.ink;
  return pen.colours[who];
}

/** The dashes of somebody's lines, for the attribute `stroke-dasharray`. */
export function dashesOf(who: Who): string {
  return { participants: 'none', comparison: '6 4', mentors: '2 3' }[who];
}

const POINT_RADIUS = 6;

/** A point: participants a filled disc, comparison people an open square, mentors an open diamond. */
export function Point(props: { pen: Pen; who: Who; x: number; y: number }) {
  const { pen, who, x, y } = props;
  const colour = colourOf(pen, who);
  if (who === 'participants')
    return (
      <circle
        cx={at(x)}
        cy={at(y)}
        r={POINT_RADIUS}
        fill={colour}
        stroke={pen.colours.background}
        stroke-width="1.5"
      />
    );
  const r = who === 'mentors' ? POINT_RADIUS + 1 : POINT_RADIUS - 0.5;
  const corners =
    who === 'mentors'
      ? [
          [x, y - r],
          [x + r, y],
          [x, y + r],
          [x - r, y],
        ]
      : [
          [x - r, y - r],
          [x + r, y - r],
          [x + r, y + r],
          [x - r, y + r],
        ];
  const points = corners.map(([cx, cy]) => `${at(cx!)},${at(cy!)}`).join(' ');
  return <polygon points={points} fill={pen.colours.background} stroke={colour} stroke-width="2" />;
}

/** The ranges of one figure on a scale, and the ends of the picture. */
export interface BarRanges {
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
}

/** Thickness of each part of a fading bar, in pixels. */
const BAR_PX = { range95: 2, range80: 5, range50: 9 } as const;

/** A fading bar: thin where the value is barely likely, thick where it is most likely. No caps. */
export function FadingBar(props: {
  pen: Pen;
  who: Who;
  ranges: BarRanges;
  scale: (value: number) => number;
  across: number;
  direction: 'horizontal' | 'vertical';
}) {
  const { pen, who, ranges, scale, across, direction } = props;
  const colour = colourOf(pen, who);
  return (
    <g fill={colour}>
      {(['range95', 'range80', 'range50'] as const).map((level) => {
        const range = ranges[level];
        if (range === null) return null;
        const ends = [scale(range[0]), scale(range[1])].toSorted((a, b) => a - b) as [number, number];
        const [along, length] = [ends[0], Math.max(ends[1] - ends[0], 0.5)];
        const thick = BAR_PX[level];
        const box =
          direction === 'horizontal'
            ? { x: along, y: across - thick / 2, width: length, height: thick }
            : { x: across - thick / 2, y: along, width: thick, height: length };
        return <rect x={at(box.x)} y={at(box.y)} width={at(box.width)} height={at(box.height)} />;
      })}
    </g>
  );
}

/** Lines of text, the first baseline at `y`. */
export function Lines(props: {
  pen: Pen;
  lines: readonly string[];
  x: number;
  y: number;
  size?: number;
  weight?: TextWeight;
  anchor?: 'start' | 'middle' | 'end';
  colour?: string;
}) {
  const {
    pen,
    lines,
    x,
    y,
    size = LABEL_PX,
    weight = 'regular',
    anchor = 'start',
    colour = pen.colours.ink,
  } = props;
  return (
    <text
      x={at(x)}
      y={at(y)}
      font-size={String(size)}
      font-weight={weight === 'semibold' ? '600' : '400'}
      text-anchor={anchor}
      fill={colour}
    >
      {lines.length === 1
        ? lines[0]
        : lines.map((line, i) => (
            <tspan x={at(x)} y={at(y + i * lineHeight(size))}>
              {line}
            </tspan>
          ))}
    </text>
  );
}

/** From one baseline to the next. */
export function lineHeight(sizePx: number): number {
  return Math.round(sizePx * 1.3);
}

/** The plumb line: no difference, ending in its bob. */
export function PlumbLine(props: { pen: Pen; x: number; top: number; bottom: number }) {
  const { pen, x, top, bottom } = props;
  const bob = `${at(x - 7)},${at(bottom)} ${at(x + 7)},${at(bottom)} ${at(x)},${at(bottom + 12)}`;
  return (
    <g>
      <line x1={at(x)} x2={at(x)} y1={at(top)} y2={at(bottom)} stroke={pen.colours.ink} stroke-width="1.5" />
      <polygon points={bob} fill={pen.colours.ink} />
    </g>
  );
}

/** Height of the bob below the end of the line. */
export const BOB_PX = 12;

/** The grey band of differences that are too small to matter. */
export function SmallBand(props: { pen: Pen; from: number; to: number; top: number; bottom: number }) {
  const { pen, from, to, top, bottom } = props;
  return (
    <g>
      <rect
        x={at(from)}
        y={at(top)}
        width={at(to - from)}
        height={at(bottom - top)}
        fill={pen.colours.band}
      />
      {[from, to].map((x) => (
        <line
          x1={at(x)}
          x2={at(x)}
          y1={at(top)}
          y2={at(bottom)}
          stroke={pen.colours.border}
          stroke-width="1"
        />
      ))}
    </g>
  );
}

/** An arrow head at the edge of a picture: the bar goes on beyond it. */
export function BeyondArrow(props: { pen: Pen; who: Who; x: number; y: number; towards: 'left' | 'right' }) {
  const { pen, who, x, y, towards } = props;
  const tip = towards === 'right' ? x + 9 : x - 9;
  const points = `${at(x)},${at(y - 6)} ${at(tip)},${at(y)} ${at(x)},${at(y + 6)}`;
  return <polygon points={points} fill={colourOf(pen, who)} />;
}

/** What a key shows: a mark, its dashes, a name. */
export function Key(props: {
  pen: Pen;
  entries: readonly { who: Who; name: string }[];
  x: number;
  y: number;
}) {
  const { pen, entries, x, y } = props;
  let left = x;
  let top = y;
  return (
    <g>
      {entries.map(({ who, name }) => {
        const needed = 40 + textWidth(name, LABEL_PX, 'regular') + 20;
        if (left > x && left + needed > pen.width) {
          left = x;
          top += KEY_ROW_PX;
        }
        const start = left;
        left += needed;
        return (
          <g>
            <line
              x1={at(start)}
              x2={at(start + 32)}
              y1={at(top)}
              y2={at(top)}
              stroke={colourOf(pen, who)}
              stroke-width="2"
              stroke-dasharray={dashesOf(who)}
            />
            <Point pen={pen} who={who} x={start + 16} y={top} />
            <Lines pen={pen} lines={[name]} x={start + 40} y={top + 5} />
          </g>
        );
      })}
    </g>
  );
}

/** From one row of a key to the next. */
export const KEY_ROW_PX = 24;

/** Rows that a key needs inside the width of the pen. */
export function keyRows(pen: Pen, names: readonly string[], x: number): number {
  let left = x;
  let rows = 1;
  for (const name of names) {
    const needed = 40 + textWidth(name, LABEL_PX, 'regular') + 20;
    if (left > x && left + needed > pen.width) {
      left = x;
      rows += 1;
    }
    left += needed;
  }
  return rows;
}
