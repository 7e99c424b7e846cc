import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ShownCourse } from '#evaluation/evaluation.ts';
import { text } from '../text/text.ts';
import { countedTexts, decimalsOf, plainNumber } from './amounts.ts';
import type { Drawing } from './figure-block.tsx';
import {
  FadingBar,
  Key,
  KEY_ROW_PX,
  Lines,
  Point,
  colourOf,
  dashesOf,
  keyRows,
  lineHeight,
} from './marks.tsx';
import type { Who } from './marks.tsx';
import { AXIS_PX, LABEL_PX } from './pen.ts';
import type { Pen } from './pen.ts';
import { endLabel } from './end-label.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth } from './text-width.ts';
import { LyingAxis, UprightAxis, axisRoom } from './value-axis.tsx';

/** One group over time. */
export interface CourseLine {
  readonly who: Who;
  readonly name: string;
  readonly waves: ShownCourse['waves'];
  readonly described: string;
}

/** Each group stands this far from its month, to its own side, so that marks and bars do not cover each other. */
const ASIDE_PX = 6;

const PLOT_PX = 250;

/** Dots at their months, fading bars, lines; a wave without a value is a gap in the line. */
export function courseDrawing(pen: Pen, course: ShownCourse, lines: readonly CourseLine[]): Drawing {
  const values = scaleOfValues(course, lines);
  const ends = endLabels(pen, lines);
  const names = lines.map((one) => one.name);
  const keyTop = 12;
  const top = keyTop + keyRows(pen, names, 2) * KEY_ROW_PX + (values.zoomed ? lineHeight(AXIS_PX) : 0) + 8;
  const bottom = top + PLOT_PX;
  const y = values.scale.range([bottom, top]);
  const decimals = decimalsOf(values.ticks);
  const tickLabels = values.ticks.map((tick) => plainNumber(tick, decimals));
  const left = axisRoom(tickLabels);
  const right = pen.width - ends.room;
  const months = [...new Set(lines.flatMap((one) => one.waves.map((wave) => wave.month)))].toSorted(
    (a, b) => a - b,
  );
  const x = scaleLinear([months[0]!, Math.max(months.at(-1)!, months[0]! + 1)], [left + 22, right - 18]);
  const shift = (i: number) => (lines.length === 1 ? 0 : i === 0 ? -ASIDE_PX : ASIDE_PX);
  const labelY = spreadLabels(
    ends.values.map((value) => y(value)),
    lineHeight(LABEL_PX),
    [top + 6, bottom],
  );
  return {
    heightPx: bottom + 46,
    content: (
      <g>
        <Key pen={pen} entries={lines} x={2} y={keyTop} />
        {values.zoomed ? (
          <Lines
            pen={pen}
            lines={[text('figures.zoomed', {})]}
            x={2}
            y={top - 14}
            size={AXIS_PX}
            colour={pen.colours.muted}
          />
        ) : null}
        <UprightAxis
          pen={pen}
          ticks={values.ticks.map((tick, i) => ({ position: y(tick), label: tickLabels[i]! }))}
          left={left}
          right={right}
        />
        <LyingAxis
          pen={pen}
          ticks={months.map((month) => ({
            position: x(month),
            label: plainNumber(month, decimalsOf([month])),
          }))}
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
        {lines.map((one, i) => (
          <Course pen={pen} course={one} x={(month) => x(month) + shift(i)} y={(value) => y(value)} />
        ))}
        {ends.lines.map((label, i) => (
          <Lines
            pen={pen}
            lines={label}
            x={right + 4}
            y={labelY[i]! + 5}
            colour={colourOf(pen, lines[i]!.who)}
            weight="semibold"
          />
        ))}
      </g>
    ),
  };
}

/** The last value of each group, written at the end of its line; wide pictures add the name. */
function endLabels(pen: Pen, lines: readonly CourseLine[]) {
  const last = lines.map((one) => one.waves.findLast((wave) => wave.value !== null)!.value!);
  const texts = countedTexts({ kind: 'score', unit: '' }, last);
  const labels = lines.map((one, i) => {
    if (pen.layout === 'narrow') return [texts[i]!];
    return [endLabel(texts[i]!, one.name)];
  });
  const room = Math.max(...labels.flat().map((label) => textWidth(label, LABEL_PX, 'semibold'))) + 8;
  return { values: last, lines: labels, room };
}

function Course(props: {
  pen: Pen;
  course: CourseLine;
  x: (month: number) => number;
  y: (value: number) => number;
}) {
  const { pen, course, x, y } = props;
  const path = line<CourseLine['waves'][number]>()
    .defined((wave) => wave.value !== null)
    .x((wave) => x(wave.month))
    .y((wave) => y(wave.value!))
    .digits(1);
  return (
    <g>
      <path
        d={path([...course.waves]) ?? ''}
        fill="none"
        stroke={colourOf(pen, course.who)}
        stroke-width="2"
        stroke-dasharray={dashesOf(course.who)}
      />
      {course.waves
        .filter((wave) => wave.value !== null)
        .map((wave) => (
          <g>
            <FadingBar
              pen={pen}
              who={course.who}
              ranges={wave}
              scale={y}
              across={x(wave.month)}
              direction="vertical"
            />
            <Point pen={pen} who={course.who} x={x(wave.month)} y={y(wave.value!)} />
          </g>
        ))}
    </g>
  );
}

/** The whole scale of a questionnaire; other units from their values, said to be zoomed unless zero is on the axis. */
function scaleOfValues(course: ShownCourse, lines: readonly CourseLine[]) {
  if (course.scale !== null) {
    const scale = scaleLinear().domain([...course.scale]);
    return { scale, ticks: scale.ticks(5), zoomed: false };
  }
  const values = lines.flatMap((one) => one.waves.flatMap((wave) => [wave.value, ...(wave.range95 ?? [])]));
  const known = values.filter((value) => value !== null);
  let [low, high] = [Math.min(...known), Math.max(...known)];
  if (low > 0 && low < high / 2) low = 0;
  if (low === high) [low, high] = [low - 1, high + 1];
  const scale = scaleLinear().domain([low, high]).nice(5);
  const zoomed = !(scale.domain()[0]! <= 0 && scale.domain()[1]! >= 0);
  return { scale, ticks: scale.ticks(5), zoomed };
}
