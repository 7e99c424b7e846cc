import type { Drawing } from './figure-block.tsx';
import { Lines, lineHeight } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { wrappedLines } from './text-width.ts';

/** One box of the flow: its heading, its counts, and why people of the box before are not in it. */
export interface FlowBox {
  readonly title: string;
  readonly lines: readonly string[];
  readonly reasons: readonly string[];
}

const LINE_PX = lineHeight(LABEL_PX);
const SMALL_PX = lineHeight(AXIS_PX);
const PAD_PX = 10;
const ARROW_PX = 30;

/** Boxes from the top down; reasons beside the arrows, or below them on narrow screens. */
export function flowDrawing(pen: Pen, boxes: readonly FlowBox[]): Drawing {
  const wide = pen.layout === 'wide';
  const boxWidth = wide ? 340 : pen.width - 2;
  const reasonWidth = wide ? pen.width - boxWidth - 44 : pen.width - 40;
  const reasonX = wide ? boxWidth + 36 : 36;
  let y = 2;
  const content = boxes.map((box, i) => {
    const reasons = box.reasons.flatMap((reason) => wrappedLines(reason, reasonWidth, AXIS_PX, 'regular'));
    const gap = i === 0 ? 0 : Math.max(ARROW_PX, reasons.length * SMALL_PX + 16);
    const title = wrappedLines(box.title, boxWidth - 2 * PAD_PX, LABEL_PX, 'semibold');
    const lines = box.lines.flatMap((line) => wrappedLines(line, boxWidth - 2 * PAD_PX, LABEL_PX, 'regular'));
    const arrowTop = y;
    const top = y + gap;
    const height = (title.length + lines.length) * LINE_PX + 2 * PAD_PX - 4;
    y = top + height;
    const firstReason = arrowTop + (gap - reasons.length * SMALL_PX) / 2 + SMALL_PX - 4;
    return (
      <g>
        {i === 0 ? null : <Arrow pen={pen} x={wide ? 170 : 16} from={arrowTop} to={top} />}
        {reasons.length === 0 ? null : (
          <g>
            {wide ? <Branch pen={pen} from={170} to={reasonX - 8} y={arrowTop + gap / 2} /> : null}
            <Lines
              pen={pen}
              lines={reasons}
              x={reasonX}
              y={firstReason}
              size={AXIS_PX}
              colour={pen.colours.muted}
            />
          </g>
        )}
        <rect
          x="1"
          y={at(top)}
          width={at(boxWidth)}
          height={at(height)}
          rx="6"
          fill={pen.colours.surface}
          stroke={pen.colours.border}
        />
        <Lines pen={pen} lines={title} x={PAD_PX + 1} y={top + PAD_PX + LINE_PX - 6} weight="semibold" />
        <Lines
          pen={pen}
          lines={lines}
          x={PAD_PX + 1}
          y={top + PAD_PX + title.length * LINE_PX + LINE_PX - 6}
        />
      </g>
    );
  });
  return { heightPx: y + 2, content: <g>{content}</g> };
}

function Arrow(props: { pen: Pen; x: number; from: number; to: number }) {
  const { pen, x, from, to } = props;
  const head = `${at(x - 5)},${at(to - 8)} ${at(x + 5)},${at(to - 8)} ${at(x)},${at(to)}`;
  return (
    <g>
      <line
        x1={at(x)}
        x2={at(x)}
        y1={at(from)}
        y2={at(to - 8)}
        stroke={pen.colours.border}
        stroke-width="1.5"
      />
      <polygon points={head} fill={pen.colours.border} />
    </g>
  );
}

function Branch(props: { pen: Pen; from: number; to: number; y: number }) {
  const { pen, from, to, y } = props;
  return (
    <line x1={at(from)} x2={at(to)} y1={at(y)} y2={at(y)} stroke={pen.colours.border} stroke-width="1.5" />
  );
}
