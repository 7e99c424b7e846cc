import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ShownWave } from '#evaluation/views/shown-views.ts';
import { text } from '../text/text.ts';
import type { Drawing } from './figure-block.tsx';
import { FadingBar, Lines, Point, colourOf, dashesOf, lineHeight } from './marks.tsx';
import type { Who } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { wrappedLines } from './text-width.ts';
import { UprightAxis, axisRoom, thinned } from './value-axis.tsx';

/** One scale over its waves. */
export interface WavePanel {
  readonly title: string;
  readonly waves: readonly (ShownWave & { readonly label: string })[];
}

const PLOT_PX = 124;
const GAP_PX = 24;
const LINE_PX = lineHeight(LABEL_PX);
const AXIS_LINE_PX = lineHeight(AXIS_PX);
/** So many rows of panels fit on a printed page. */
const ROWS_ON_PAGE = 4;

/** Panels beside each other: the more waves, the wider each must be. */
function columnsFor(waves: number): number {
  if (waves <= 3) return 3;
  return waves <= 5 ? 2 : 1;
}

/** How many panels with so many waves fit on a printed page. */
export function panelsOnPage(waves: number): number {
  return ROWS_ON_PAGE * columnsFor(waves);
}

/** Small panels with one axis from 0 to 100, several beside each other where there is room: dots, fading bars, a line; below the people. */
export function wavesDrawing(pen: Pen, who: Who, panels: readonly WavePanel[]): Drawing {
  const most = Math.max(...panels.map(({ waves }) => waves.length));
  const columns = pen.layout === 'wide' ? columnsFor(most) : 1;
  const width = (pen.width - GAP_PX * (columns - 1)) / columns;
  const titles = panels.map(({ title }) => wrappedLines(title, width - 4, LABEL_PX, 'semibold'));
  const rowCount = Math.ceil(panels.length / columns);
  const rowLines = Array.from({ length: rowCount }, (_, row) =>
    Math.max(...titles.slice(row * columns, (row + 1) * columns).map((lines) => lines.length)),
  );
  const rowHeight = (row: number) => rowLines[row]! * LINE_PX + PLOT_PX + 3 * AXIS_LINE_PX + 34;
  const top = (row: number) => rowLines.slice(0, row).reduce((sum, _, i) => sum + rowHeight(i), 0);
  return {
    heightPx: top(rowCount),
    content: (
      <g>
        {panels.map((panel, i) => {
          const row = Math.floor(i / columns);
          const left = (i % columns) * (width + GAP_PX);
          const plotTop = top(row) + rowLines[row]! * LINE_PX + 12;
          return (
            <g>
              <Lines pen={pen} lines={titles[i]!} x={left + 2} y={top(row) + LINE_PX - 2} weight="semibold" />
              <Panel pen={pen} who={who} panel={panel} left={left} right={left + width - 4} top={plotTop} />
            </g>
          );
        })}
      </g>
    ),
  };
}

function Panel(props: { pen: Pen; who: Who; panel: WavePanel; left: number; right: number; top: number }) {
  const { pen, who, panel, left, right, top } = props;
  const y = scaleLinear([0, 1], [top + PLOT_PX, top]);
  const ticks = [0, 0.5, 1];
  const labels = ticks.map((tick) => String(tick * 100));
  const from = left + axisRoom(labels);
  const step = (right - from) / panel.waves.length;
  const x = (i: number) => from + (i + 0.5) * step;
  const kept = labelled(panel, x);
  const path = line<ShownWave>()
    .defined(({ value }) => value !== null)
    .x((_, i) => x(i))
    .y(({ value }) => y(value!))
    .digits(1);
  return (
    <g>
      <UprightAxis
        pen={pen}
        ticks={ticks.map((tick, i) => ({ position: y(tick), label: labels[i]! }))}
        left={from}
        right={right}
      />
      <path
        d={path([...panel.waves]) ?? ''}
        fill="none"
        stroke={colourOf(pen, who)}
        stroke-width="2"
        stroke-dasharray={dashesOf(who)}
      />
      {panel.waves.map((wave, i) => (
        <g>
          <Share
            pen={pen}
            who={who}
            wave={wave}
            x={x(i)}
            y={(value) => y(value)}
            last={i === panel.waves.length - 1}
          />
          {kept.has(x(i)) ? (
            <Lines
              pen={pen}
              lines={[wave.label, ...peopleOf(wave)]}
              x={x(i)}
              y={top + PLOT_PX + AXIS_LINE_PX + 4}
              size={AXIS_PX}
              anchor="middle"
              colour={pen.colours.muted}
            />
          ) : null}
        </g>
      ))}
    </g>
  );
}

/** A dot with its ranges, the last one with its value; where only words may be told a pale block over what they say; else a gap. */
function Share(props: {
  pen: Pen;
  who: Who;
  wave: ShownWave;
  x: number;
  y: (value: number) => number;
  last: boolean;
}) {
  const { pen, who, wave, x, y, last } = props;
  if (wave.value !== null)
    return (
      <g>
        <FadingBar pen={pen} who={who} ranges={wave} scale={y} across={x} direction="vertical" />
        <Point pen={pen} who={who} x={x} y={y(wave.value)} />
        {last ? (
          <Lines
            pen={pen}
            lines={[String(Math.round(wave.value * 100))]}
            x={x + 9}
            y={y(wave.value) + 5}
            size={AXIS_PX}
            weight="semibold"
          />
        ) : null}
      </g>
    );
  if (wave.words === null) return null;
  const high = wave.words === 'more-than-90' || wave.words === 'nearly-all';
  const [low, top] = high ? [0.9, 1] : [0, 0.1];
  return (
    <rect
      x={at(x - 9)}
      y={at(y(top))}
      width="18"
      height={at(y(low) - y(top))}
      fill={colourOf(pen, who)}
      fill-opacity="0.35"
      stroke={colourOf(pen, who)}
    />
  );
}

/** The places whose labels do not touch each other. */
function labelled({ waves }: WavePanel, x: (i: number) => number): ReadonlySet<number> {
  const widest = ({ label, asked }: WavePanel['waves'][number]): string =>
    longer(label, text('p11.of', { asked }));
  const ticks = waves.map((wave, i) => ({ position: x(i), label: widest(wave) }));
  return new Set(thinned(ticks).map(({ position }) => position));
}

/** Answered over asked; nothing is told of a wave of too few people. */
function peopleOf({ hidden, n, asked }: ShownWave): string[] {
  return hidden ? [text('p11.hidden', {})] : [String(n), text('p11.of', { asked })];
}

function longer(a: string, b: string): string {
  return a.length > b.length ? a : b;
}
