import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Visibility, VisiblePoint } from '#evaluation/planning/visibility.ts';
import { setText, visibleUnit } from '../planning/detect-words.ts';
import { text } from '../text/text.ts';
import { counted, decimalsOf, plainNumber } from './amounts.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, Point, lineHeight } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth, wrappedLines } from './text-width.ts';
import { LyingAxis, UprightAxis, axisRoom } from './value-axis.tsx';
import type { Tick } from './value-axis.tsx';

const PLOT_PX = 250;
/** Between the lines that fill the part in which differences are missed. */
const HATCH_PX = 9;
const ABOVE_MATTERS = 3;
const ABOVE_OWN = 1.8;

type Seen = VisiblePoint & { readonly detectable: number };

/** The curve of what would be seen over the logarithm of participants; below it, lines say that a difference would be missed. */
export function detectDrawing(pen: Pen, visible: Visibility, ownWords: string): Drawing {
  const plot = plotOf(pen, visible);
  const { place, left, right, bottom, seen } = plot;
  const matters = place.y(visible.outcome.matters);
  return {
    heightPx: bottom + 46,
    content: (
      <g>
        <rect
          x={at(left)}
          y={at(matters)}
          width={at(right - left)}
          height={at(bottom - matters)}
          fill={pen.colours.band}
        />
        <Axes pen={pen} visible={visible} plot={plot} />
        <Missed pen={pen} seen={seen} place={place} left={left} right={right} bottom={bottom} />
        <Words pen={pen} visible={visible} place={place} left={left} right={right} bottom={bottom} />
        <Curve pen={pen} seen={seen} place={place} />
        <Own pen={pen} visible={visible} words={ownWords} place={place} left={left} right={right} />
      </g>
    ),
  };
}

/** Where everything stands. */
interface Plot {
  readonly place: Place;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly seen: readonly Seen[];
  readonly values: readonly Tick[];
  readonly people: readonly Tick[];
}

function plotOf(pen: Pen, visible: Visibility): Plot {
  const value = (difference: number) => counted({ kind: visible.expected.kind, unit: '' }, difference);
  const highest = Math.max(ABOVE_MATTERS * visible.outcome.matters, ABOVE_OWN * (visible.detectable ?? 0));
  const yScale = scaleLinear([0, value(highest)], [0, 1]).nice(5);
  const seen = upTo(visible.curve, (difference) => value(difference) <= yScale.domain()[1]!);
  const ticks = yScale.ticks(5);
  const tickDecimals = decimalsOf(ticks);
  const tickLabels = ticks.map((tick) => plainNumber(tick, tickDecimals));
  const top = 12 + lineHeight(AXIS_PX);
  const bottom = top + PLOT_PX;
  const y = yScale.range([bottom, top]);
  const left = axisRoom(tickLabels);
  const right = pen.width - 8;
  const ends = [visible.curve[0]!.participants, visible.curve.at(-1)!.participants] as const;
  const x = scaleLog([...ends], [left + 4, right - 4]);
  return {
    place: { x: (people) => x(people), y: (difference) => y(value(difference)), top },
    left,
    right,
    bottom,
    seen,
    values: ticks.map((tick, i) => ({ position: y(tick), label: tickLabels[i]! })),
    people: peopleTicks(ends).map((people) => ({ position: x(people), label: plainNumber(people, 0) })),
  };
}

function Axes({ pen, visible, plot }: { pen: Pen; visible: Visibility; plot: Plot }) {
  const { left, right, bottom } = plot;
  const words = { pen, size: AXIS_PX, colour: pen.colours.muted };
  return (
    <g>
      <Lines {...words} lines={[text('p16.axis', { unit: visibleUnit(visible) })]} x={2} y={12} />
      <UprightAxis pen={pen} ticks={plot.values} left={left} right={right} />
      <LyingAxis pen={pen} ticks={plot.people} left={left} right={right} y={bottom} />
      <Lines
        {...words}
        lines={[text('p16.axis.people')]}
        x={(left + right) / 2}
        y={bottom + 38}
        anchor="middle"
      />
    </g>
  );
}

interface Place {
  x: (people: number) => number;
  y: (difference: number) => number;
  /** Upper edge of the plot. */
  readonly top: number;
}

/** The part of the curve that lies inside the plot. */
function upTo(curve: readonly VisiblePoint[], inside: (difference: number) => boolean): Seen[] {
  return curve.filter((point): point is Seen => point.detectable !== null && inside(point.detectable));
}

/** Lines from the axis up to the curve. */
function Missed(props: {
  pen: Pen;
  seen: readonly Seen[];
  place: Place;
  left: number;
  right: number;
  bottom: number;
}) {
  const { pen, seen, place, left, right, bottom } = props;
  const count = Math.floor((right - left) / HATCH_PX);
  return (
    <g stroke={pen.colours.border} stroke-width="0.8">
      {Array.from({ length: count }, (_, i) => left + HATCH_PX * (i + 0.5)).map((across) => (
        <line x1={at(across)} x2={at(across)} y1={at(bottom)} y2={at(heightAt(seen, place, across))} />
      ))}
    </g>
  );
}

/** Where the curve stands at a place, between its points; left of its first point everything in the plot would be missed. */
function heightAt(seen: readonly Seen[], place: Place, across: number): number {
  const next = seen.findIndex((point) => place.x(point.participants) >= across);
  if (seen.length === 0 || next === 0) return place.top;
  if (next === -1) return place.y(seen.at(-1)!.detectable);
  const [a, b] = [seen[next - 1]!, seen[next]!];
  const part = (across - place.x(a.participants)) / (place.x(b.participants) - place.x(a.participants));
  return place.y(a.detectable + part * (b.detectable - a.detectable));
}

function Curve({ pen, seen, place }: { pen: Pen; seen: readonly Seen[]; place: Place }) {
  const path = line<Seen>()
    .x((point) => place.x(point.participants))
    .y((point) => place.y(point.detectable))
    .digits(1);
  return <path d={path([...seen]) ?? ''} fill="none" stroke={pen.colours.ink} stroke-width="2.2" />;
}

/** So much room is needed between what matters and the axis for words to stand there. */
const WORDS_PX = 44;

/** What each side of the curve means, and what matters, on a ground of their own so that lines do not cross letters. */
function Words(props: {
  pen: Pen;
  visible: Visibility;
  place: Place;
  left: number;
  right: number;
  bottom: number;
}) {
  const { pen, visible, place, left, right, bottom } = props;
  const line = place.y(visible.outcome.matters);
  const missed = bottom - line > WORDS_PX ? bottom - 12 : line - 32;
  return (
    <g>
      <line
        x1={at(left)}
        x2={at(right)}
        y1={at(line)}
        y2={at(line)}
        stroke={pen.colours.ink}
        stroke-dasharray="6 4"
      />
      <Lines pen={pen} lines={[text('p16.see')]} x={right - 6} y={place.top + 22} anchor="end" />
      <Grounded pen={pen} words={text('p16.miss')} x={left + 10} y={missed} />
      <Grounded pen={pen} words={mattersText(visible)} x={left + 10} y={line - 6} />
    </g>
  );
}

function Grounded({ pen, words, x, y }: { pen: Pen; words: string; x: number; y: number }) {
  return (
    <g>
      <rect
        x={at(x - 4)}
        y={at(y - 15)}
        width={at(textWidth(words, LABEL_PX, 'regular') + 8)}
        height="21"
        fill={pen.colours.background}
      />
      <Lines pen={pen} lines={[words]} x={x} y={y} />
    </g>
  );
}

/** The planned number of people, on the curve, its words clear of those on what matters. */
function Own(props: {
  pen: Pen;
  visible: Visibility;
  words: string;
  place: Place;
  left: number;
  right: number;
}) {
  const { pen, visible, words, place, left, right } = props;
  if (visible.detectable === null) return null;
  const [px, py] = [place.x(visible.own.participants), place.y(visible.detectable)];
  const lines = wrappedLines(words, Math.max(right - px - 16, 90), LABEL_PX, 'semibold');
  const widest = Math.max(...lines.map((one) => textWidth(one, LABEL_PX, 'semibold')));
  const height = lines.length * lineHeight(LABEL_PX) + 3;
  const besides = textWidth(mattersText(visible), LABEL_PX, 'regular') + left + 16;
  const line = place.y(visible.outcome.matters);
  const free = py - 10 + lineHeight(LABEL_PX) - 14;
  const crosses = px + 8 < besides && free > line - 24 && free - height < line + 4;
  const first = (crosses ? line - 24 : free) - height + 15;
  return (
    <g>
      <rect
        x={at(px + 8)}
        y={at(first - 15)}
        width={at(widest + 8)}
        height={at(height)}
        fill={pen.colours.background}
      />
      <Lines
        pen={pen}
        lines={lines}
        x={px + 12}
        y={first}
        weight="semibold"
        colour={pen.colours.participants}
      />
      <Point pen={pen} who="participants" x={px} y={py} />
    </g>
  );
}

function mattersText(visible: Visibility): string {
  const amount = `${setText(visible, visible.outcome.matters)} ${visibleUnit(visible)}`;
  return text('p16.matters', { matters: amount });
}

/** Round numbers of people between two ends: 1, 2 and 5 times powers of ten. */
function peopleTicks([from, to]: readonly [number, number]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; power++)
    for (const times of [1, 2, 5]) {
      const people = times * 10 ** power;
      if (people >= from && people <= to) ticks.push(people);
    }
  return ticks;
}
