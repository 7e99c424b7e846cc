import { AXIS_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { Lines } from './marks.tsx';
import { textWidth } from './text-width.ts';

/** A tick: where, and what is written. */
export interface Tick {
  readonly position: number;
  readonly label: string;
}

/** The room that the labels of an upright axis need on its left. */
export function axisRoom(labels: readonly string[]): number {
  return Math.ceil(Math.max(...labels.map((label) => textWidth(label, AXIS_PX, 'regular')))) + 10;
}

/** Horizontal rules with their values at the left. */
export function UprightAxis(props: { pen: Pen; ticks: readonly Tick[]; left: number; right: number }) {
  const { pen, ticks, left, right } = props;
  return (
    <g>
      {ticks.map(({ position, label }) => (
        <g>
          <line x1={at(left)} x2={at(right)} y1={at(position)} y2={at(position)} stroke={pen.colours.line} />
          <Lines
            pen={pen}
            lines={[label]}
            x={left - 6}
            y={position + 4.5}
            size={AXIS_PX}
            anchor="end"
            colour={pen.colours.muted}
          />
        </g>
      ))}
    </g>
  );
}

/** Values below a picture, thinned so that no two labels touch. */
export function LyingAxis(props: {
  pen: Pen;
  ticks: readonly Tick[];
  left: number;
  right: number;
  y: number;
}) {
  const { pen, ticks, left, right, y } = props;
  const labelled = thinned(ticks);
  return (
    <g>
      <line x1={at(left)} x2={at(right)} y1={at(y)} y2={at(y)} stroke={pen.colours.border} />
      {ticks.map(({ position }) => (
        <line x1={at(position)} x2={at(position)} y1={at(y)} y2={at(y + 5)} stroke={pen.colours.border} />
      ))}
      {labelled.map(({ position, label }) => (
        <Lines
          pen={pen}
          lines={[label]}
          x={position}
          y={y + 19}
          size={AXIS_PX}
          anchor="middle"
          colour={pen.colours.muted}
        />
      ))}
    </g>
  );
}

/** Every tick, or every second, third … so that labels keep apart; the last one always stays. */
export function thinned(ticks: readonly Tick[]): Tick[] {
  for (let step = 1; step < ticks.length; step++) {
    const kept = ticks.filter((_, i) => (ticks.length - 1 - i) % step === 0);
    const apart = kept.every((tick, i) => {
      const next = kept[i + 1];
      if (!next) return true;
      const half = (text: string) => textWidth(text, AXIS_PX, 'regular') / 2;
      return Math.abs(next.position - tick.position) >= half(tick.label) + half(next.label) + 4;
    });
    if (apart) return kept;
  }
  return ticks.slice(-1);
}
