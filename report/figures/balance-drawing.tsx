import { scaleLinear } from 'd3-scale';
import type { BalanceRow } from '#evaluation/evaluation.ts';
import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, SmallBand, lineHeight } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth, wrappedLines } from './text-width.ts';
import { LyingAxis } from './value-axis.tsx';

/** The axis ends here; what lies beyond is an arrow. */
const AXIS_END = 0.5;

/** Within a tenth of a standard deviation two groups count as alike (Austin 2009, 10.1002/sim.3697). */
const BAND = 0.1;

const LINE_PX = lineHeight(LABEL_PX);

/** A characteristic with its name as people read it. */
export interface NamedBalance extends BalanceRow {
  readonly name: string;
}

/** Before hollow, after filled, on the size of the difference; the last line says what is not known. */
export function balanceDrawing(pen: Pen, rows: readonly NamedBalance[], missing: string): Drawing {
  const wide = pen.layout === 'wide';
  const [left, right] = wide ? [226, pen.width - 30] : [16, pen.width - 24];
  const scale = scaleLinear([0, AXIS_END], [left, right]);
  const labels = rows.map((row) =>
    wrappedLines(row.name, wide ? left - 30 : pen.width - 8, LABEL_PX, 'regular'),
  );
  const heights = labels.map((lines) =>
    wide ? Math.max(lines.length * LINE_PX, 16) + 8 : lines.length * LINE_PX + 24,
  );
  const top = 44;
  const tops = heights.map((_, i) => top + heights.slice(0, i).reduce((sum, one) => sum + one, 0));
  const bottom = top + heights.reduce((sum, one) => sum + one, 0) + 4;
  const missingLines = wrappedLines(missing, pen.width - 8, AXIS_PX, 'regular');
  return {
    heightPx: bottom + 44 + missingLines.length * LINE_PX,
    content: (
      <g>
        <SmallBand pen={pen} from={scale(0)} to={scale(BAND)} top={top} bottom={bottom} />
        <BalanceKey pen={pen} after={rows.some((row) => row.after !== null)} />
        {rows.map((row, i) => {
          const middle = wide
            ? tops[i]! + (heights[i]! - 4) / 2
            : tops[i]! + labels[i]!.length * LINE_PX + 10;
          const labelY = wide
            ? middle - (labels[i]!.length * LINE_PX) / 2 + LINE_PX - 5
            : tops[i]! + LINE_PX - 3;
          return (
            <g>
              {wide ? null : (
                <rect
                  x="0"
                  y={at(tops[i]! + 1)}
                  width={at(pen.width)}
                  height={at(labels[i]!.length * LINE_PX)}
                  fill={pen.colours.background}
                />
              )}
              <Lines pen={pen} lines={labels[i]!} x={2} y={labelY} />
              <line x1={at(left)} x2={at(right)} y1={at(middle)} y2={at(middle)} stroke={pen.colours.line} />
              <Dot pen={pen} value={row.before} scale={scale} y={middle} state="before" />
              <Dot pen={pen} value={row.after} scale={scale} y={middle} state="after" />
            </g>
          );
        })}
        <LyingAxis
          pen={pen}
          ticks={[0, 0.1, 0.2, 0.3, 0.4, 0.5].map((tick) => ({
            position: scale(tick),
            label: plainNumber(tick, 1),
          }))}
          left={left}
          right={right}
          y={bottom}
        />
        <Lines
          pen={pen}
          lines={missingLines}
          x={2}
          y={bottom + 44}
          size={AXIS_PX}
          colour={pen.colours.muted}
        />
      </g>
    ),
  };
}

function BalanceKey(props: { pen: Pen; after: boolean }) {
  const { pen, after } = props;
  const second = 24 + textWidth(text('p06.before', {}), AXIS_PX, 'regular') + 24;
  return (
    <g>
      <Disc pen={pen} x={10} y={16} state="before" />
      <Lines pen={pen} lines={[text('p06.before', {})]} x={24} y={21} size={AXIS_PX} />
      {after ? <Disc pen={pen} x={second} y={16} state="after" /> : null}
      {after ? (
        <Lines pen={pen} lines={[text('p06.after', {})]} x={second + 14} y={21} size={AXIS_PX} />
      ) : null}
    </g>
  );
}

type State = 'before' | 'after';

function Disc(props: { pen: Pen; x: number; y: number; state: State }) {
  const { pen, x, y, state } = props;
  const fill = state === 'after' ? pen.colours.ink : pen.colours.background;
  return <circle cx={at(x)} cy={at(y)} r="5.5" fill={fill} stroke={pen.colours.ink} stroke-width="1.6" />;
}

/** A difference on the axis; beyond its end an arrow head, hollow or filled like its disc. */
function Dot(props: {
  pen: Pen;
  value: number | null;
  scale: (value: number) => number;
  y: number;
  state: State;
}) {
  const { pen, value, scale, y, state } = props;
  if (value === null) return null;
  const size = Math.abs(value);
  if (size <= AXIS_END) return <Disc pen={pen} x={scale(size)} y={y} state={state} />;
  const x = scale(AXIS_END) + (state === 'before' ? 4 : 0);
  const points = `${at(x)},${at(y - 6)} ${at(x + 11)},${at(y)} ${at(x)},${at(y + 6)}`;
  const fill = state === 'after' ? pen.colours.ink : pen.colours.background;
  return <polygon points={points} fill={fill} stroke={pen.colours.ink} stroke-width="1.6" />;
}
