import { scaleLinear } from 'd3-scale';
import type { DoseView } from '#evaluation/views/dose-view.ts';
import { text } from '../text/text.ts';
import { decimalsOf, signedNumber } from './amounts.ts';
import type { Drawing } from './figure-block.tsx';
import { FadingBar, Lines, Point, lineHeight } from './marks.tsx';
import type { Who } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth, wrappedLines } from './text-width.ts';
import { UprightAxis, axisRoom } from './value-axis.tsx';

const PLOT_PX = 220;
const LINE_PX = lineHeight(LABEL_PX);

/** Mean changes with their likely ranges, bin by bin, around a line at no change; the warning stands inside the picture. */
export function doseDrawing(
  pen: Pen,
  view: DoseView,
  who: Who,
  bins: readonly { readonly name: string; readonly n: string; readonly value: string }[],
): Drawing {
  const warning = wrappedLines(text('p19.warning', {}), pen.width - 8, LABEL_PX, 'semibold');
  const top = 6 + warning.length * LINE_PX + 14;
  const bottom = top + PLOT_PX;
  const ends = view.bins.flatMap(({ mean, range95 }) => [mean, ...(range95 ?? []), 0]);
  const y = scaleLinear([Math.min(...ends), Math.max(...ends)], [bottom, top]).nice(5);
  const ticks = y.ticks(5);
  const labels = ticks.map((tick) => signedNumber(tick, decimalsOf(ticks)));
  const left = axisRoom(labels);
  const step = (pen.width - left - 4) / bins.length;
  const x = (i: number) => left + (i + 0.5) * step;
  const names = bins.map(({ name }) => wrappedLines(name, step - 6, AXIS_PX, 'regular'));
  const nameLines = Math.max(...names.map((lines) => lines.length));
  const axis = wrappedLines(text('p19.axis', {}), pen.width - 8, AXIS_PX, 'regular');
  const axisTop = bottom + (nameLines + 1) * lineHeight(AXIS_PX) + 16;
  return {
    heightPx: axisTop + axis.length * lineHeight(AXIS_PX) + 2,
    content: (
      <g>
        <Lines pen={pen} lines={warning} x={2} y={LINE_PX} weight="semibold" />
        <UprightAxis
          pen={pen}
          ticks={ticks.map((tick, i) => ({ position: y(tick), label: labels[i]! }))}
          left={left}
          right={pen.width - 2}
        />
        <line
          x1={at(left)}
          x2={at(pen.width - 2)}
          y1={at(y(0))}
          y2={at(y(0))}
          stroke={pen.colours.ink}
          stroke-width="1.5"
        />
        {view.bins.map((bin, i) => (
          <g>
            <FadingBar pen={pen} who={who} ranges={bin} scale={y} across={x(i)} direction="vertical" />
            <Point pen={pen} who={who} x={x(i)} y={y(bin.mean)} />
            <Value pen={pen} words={bins[i]!.value} x={x(i)} y={y(bin.mean)} />
            <Below pen={pen} lines={[...names[i]!, bins[i]!.n]} x={x(i)} y={bottom + 4} />
          </g>
        ))}
        <Below pen={pen} lines={axis} x={(left + pen.width) / 2} y={axisTop - 8} colour={pen.colours.muted} />
      </g>
    ),
  };
}

/** Lines under the picture, around their middle. */
function Below(props: { pen: Pen; lines: readonly string[]; x: number; y: number; colour?: string }) {
  const { pen, lines, x, y, colour = pen.colours.ink } = props;
  return (
    <Lines
      pen={pen}
      lines={lines}
      x={x}
      y={y + lineHeight(AXIS_PX)}
      size={AXIS_PX}
      anchor="middle"
      colour={colour}
    />
  );
}

/** Right of its point, or left of it where there is no room. */
function Value(props: { pen: Pen; words: string; x: number; y: number }) {
  const { pen, words, x, y } = props;
  const right = x + 11 + textWidth(words, LABEL_PX, 'semibold') <= pen.width - 2;
  return (
    <Lines
      pen={pen}
      lines={[words]}
      x={right ? x + 11 : x - 11}
      y={y + 5}
      anchor={right ? 'start' : 'end'}
      weight="semibold"
    />
  );
}
