import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { CurveStep } from '#evaluation/evaluation.ts';
import { text } from '../text/text.ts';
import { countedTexts, plainNumber } from './amounts.ts';
import type { Drawing } from './figure-block.tsx';
import { Key, KEY_ROW_PX, Lines, colourOf, dashesOf, keyRows, lineHeight } from './marks.tsx';
import type { Who } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { endLabel } from './end-label.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth, wrappedLines } from './text-width.ts';
import { LyingAxis, UprightAxis, axisRoom, thinned } from './value-axis.tsx';

/** The curve of one group. */
export interface NamedCurve {
  readonly who: Who;
  readonly name: string;
  readonly steps: readonly CurveStep[];
  /** Said when the curve ends before the horizon. */
  readonly stops: string | null;
  readonly described: string;
}

const PLOT_PX = 240;
const TINT = '0.16';
const LINE_PX = lineHeight(AXIS_PX);

/** Cumulative incidences from 0 up, a step at the end of each quarter, and the people still observed below. */
export function curvesDrawing(pen: Pen, curves: readonly NamedCurve[], months: number): Drawing {
  const last = curves.map((curve) => curve.steps.at(-1)!.value);
  const lastTexts = countedTexts({ kind: 'share', unit: '' }, last);
  const fitted = lastTexts.map((value, i) =>
    pen.layout === 'wide' ? endLabel(value, curves[i]!.name) : value,
  );
  const highest = Math.max(0.04, ...curves.flatMap((c) => c.steps.map((s) => s.range95?.[1] ?? s.value)));
  const yScale = scaleLinear()
    .domain([0, highest * 100])
    .nice(5);
  const ticks = yScale.ticks(5);
  const tickLabels = ticks.map((tick) => plainNumber(tick, tick % 1 === 0 ? 0 : 1));
  const top =
    12 +
    keyRows(
      pen,
      curves.map((c) => c.name),
      2,
    ) *
      KEY_ROW_PX +
    LINE_PX +
    4;
  const bottom = top + PLOT_PX;
  const y = yScale.range([bottom, top]);
  const left = Math.max(axisRoom(tickLabels), 30);
  const right = pen.width - Math.max(...fitted.map((label) => textWidth(label, LABEL_PX, 'semibold'))) - 10;
  const x = scaleLinear([0, months], [left, right]);
  const labelY = spreadLabels(
    last.map((value) => y(value * 100)),
    lineHeight(LABEL_PX),
    [top + 6, bottom],
  );
  const quarters = Array.from({ length: Math.floor(months / 3) + 1 }, (_, i) => i * 3);
  const below = observedBelow(pen, curves, x, bottom + 44);
  return {
    heightPx: below.heightPx,
    content: (
      <g>
        <Key pen={pen} entries={curves} x={2} y={12} />
        <Lines
          pen={pen}
          lines={[text('p05.axis', {})]}
          x={2}
          y={top - 12}
          size={AXIS_PX}
          colour={pen.colours.muted}
        />
        <UprightAxis
          pen={pen}
          ticks={ticks.map((tick, i) => ({ position: y(tick), label: tickLabels[i]! }))}
          left={left}
          right={right}
        />
        {curves.map((curve) => (
          <Curve pen={pen} curve={curve} x={x} y={(value) => y(value * 100)} />
        ))}
        <LyingAxis
          pen={pen}
          ticks={quarters.map((month) => ({ position: x(month), label: String(month) }))}
          left={left}
          right={right}
          y={bottom}
        />
        <Lines
          pen={pen}
          lines={[text('figures.months', {})]}
          x={(left + right) / 2}
          y={bottom + 38}
          size={AXIS_PX}
          anchor="middle"
          colour={pen.colours.muted}
        />
        {fitted.map((label, i) => (
          <Lines
            pen={pen}
            lines={[label]}
            x={right + 6}
            y={labelY[i]! + 5}
            weight="semibold"
            colour={colourOf(pen, curves[i]!.who)}
          />
        ))}
        {below.content}
      </g>
    ),
  };
}

function Curve(props: {
  pen: Pen;
  curve: NamedCurve;
  x: (month: number) => number;
  y: (value: number) => number;
}) {
  const { pen, curve, x, y } = props;
  const start: CurveStep = { month: 0, observed: 0, value: 0, range95: [0, 0] };
  const steps = [start, ...curve.steps];
  const colour = colourOf(pen, curve.who);
  const band = area<CurveStep>()
    .defined((step) => step.range95 !== null)
    .x((step) => x(step.month))
    .y0((step) => y(step.range95![0]))
    .y1((step) => y(step.range95![1]))
    .curve(curveStepAfter)
    .digits(1);
  const path = line<CurveStep>()
    .x((step) => x(step.month))
    .y((step) => y(step.value))
    .curve(curveStepAfter)
    .digits(1);
  const end = steps.at(-1)!;
  return (
    <g>
      <path d={band(steps) ?? ''} fill={colour} fill-opacity={TINT} />
      <path
        d={path(steps) ?? ''}
        fill="none"
        stroke={colour}
        stroke-width="2.2"
        stroke-dasharray={dashesOf(curve.who)}
      />
      <circle cx={at(x(end.month))} cy={at(y(end.value))} r="3" fill={colour} />
    </g>
  );
}

/** People still observed at the ends of quarters, a row per group, under the months they belong to. */
function observedBelow(
  pen: Pen,
  curves: readonly NamedCurve[],
  x: (month: number) => number,
  top: number,
): Drawing {
  const stops = curves.flatMap((curve) =>
    curve.stops === null ? [] : wrappedLines(curve.stops, pen.width - 4, AXIS_PX, 'regular'),
  );
  const rows = curves.map((curve, i) => ({ curve, y: top + LINE_PX * 1.2 + i * LINE_PX * 2.3 }));
  const stopsTop = top + LINE_PX * 1.2 + curves.length * LINE_PX * 2.3;
  return {
    heightPx: stopsTop + stops.length * LINE_PX + 2,
    content: (
      <g>
        {rows.map(({ curve, y }) => (
          <g>
            <Lines
              pen={pen}
              lines={[text('p05.observed', { group: curve.name })]}
              x={2}
              y={y}
              size={AXIS_PX}
              colour={pen.colours.muted}
            />
            {thinned(
              curve.steps.map((s) => ({ position: x(s.month), label: plainNumber(s.observed, 0) })),
            ).map((tick) => (
              <Lines
                pen={pen}
                lines={[tick.label]}
                x={tick.position}
                y={y + LINE_PX}
                size={AXIS_PX}
                anchor="middle"
                colour={colourOf(pen, curve.who)}
              />
            ))}
          </g>
        ))}
        {stops.length > 0 ? <Lines pen={pen} lines={stops} x={2} y={stopsTop + 4} size={AXIS_PX} /> : null}
      </g>
    ),
  };
}
