import type { BurdenKind } from '#evaluation/program/burden.ts';
import type { Theme } from '../formats/style/tokens.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, lineHeight } from './marks.tsx';
import { LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth, wrappedLines } from './text-width.ts';

/** One bar: its name, its parts in order, its words, and the limit that it is held against. */
export interface BurdenBar {
  readonly label: string;
  readonly words: string;
  readonly parts: readonly { readonly kind: BurdenKind['kind']; readonly minutes: number }[];
  /** Words stand at the first bar of a role only. */
  readonly limit: { readonly minutes: number; readonly words: string | null } | null;
}

const TINTS: Readonly<Record<BurdenKind['kind'], keyof Theme>> = {
  agreement: 'background',
  reports: 'cadence1',
  'check-ins': 'cadence2',
  goals: 'cadence3',
  surveys: 'cadence4',
};

const BAR_PX = 24;
const SWATCH_PX = 14;
const LINE_PX = lineHeight(LABEL_PX);
const WORDS_PX = 90;

/** Bars from 0 on one scale, each with the words of its sum behind it; below them a line of words for each kind, and for the fullest year. */
export function burdenDrawing(
  pen: Pen,
  bars: readonly BurdenBar[],
  key: readonly { readonly kind: BurdenKind['kind']; readonly words: string }[],
  years: readonly string[],
): Drawing {
  const wide = pen.layout === 'wide';
  const left = wide ? Math.max(...bars.map(({ label }) => textWidth(label, LABEL_PX, 'regular'))) + 14 : 2;
  const right = pen.width - WORDS_PX;
  const sum = ({ parts }: BurdenBar): number => parts.reduce((all, { minutes }) => all + minutes, 0);
  const most = Math.max(1, ...bars.map((bar) => Math.max(sum(bar), bar.limit?.minutes ?? 0)));
  const length = (minutes: number): number => (minutes / most) * (right - left);
  let top = 4;
  const tops = bars.map((bar) => {
    if (bar.limit?.words) top += LINE_PX + 6;
    const own = top;
    top += BAR_PX + (wide ? 10 : LINE_PX + 16);
    return own;
  });
  const lines = [...key.map(({ words }) => words), ...years].map((words) =>
    wrappedLines(words, pen.width - SWATCH_PX - 16, LABEL_PX, 'regular'),
  );
  top += 6;
  const keyTops = lines.map((one) => {
    const own = top;
    top += one.length * LINE_PX + 4;
    return own;
  });
  return {
    heightPx: top + 2,
    content: (
      <g>
        {bars.map((bar, i) => (
          <Bar pen={pen} bar={bar} top={tops[i]!} left={left} length={length} sum={sum(bar)} />
        ))}
        {lines.map((one, i) => (
          <g>
            {key[i] ? <Swatch pen={pen} kind={key[i].kind} y={keyTops[i]! + 2} /> : null}
            <Lines pen={pen} lines={one} x={key[i] ? SWATCH_PX + 10 : 2} y={keyTops[i]! + LINE_PX - 4} />
          </g>
        ))}
      </g>
    ),
  };
}

function Bar(props: {
  pen: Pen;
  bar: BurdenBar;
  top: number;
  left: number;
  length: (minutes: number) => number;
  sum: number;
}) {
  const { pen, bar, top, left, length, sum } = props;
  const wide = pen.layout === 'wide';
  const barTop = wide ? top : top + LINE_PX + 4;
  const starts = bar.parts.map((_, i) =>
    bar.parts.slice(0, i).reduce((all, { minutes }) => all + minutes, 0),
  );
  const past = Math.max(sum, bar.limit?.minutes ?? 0);
  return (
    <g>
      <Lines pen={pen} lines={[bar.label]} x={2} y={top + LINE_PX - 2} />
      {bar.parts.map(({ kind, minutes }, i) =>
        minutes > 0 ? (
          <rect
            x={at(left + length(starts[i]!))}
            y={at(barTop)}
            width={at(length(minutes))}
            height={at(BAR_PX)}
            fill={pen.colours[TINTS[kind]]}
            stroke={pen.colours.border}
          />
        ) : null,
      )}
      <Lines pen={pen} lines={[bar.words]} x={left + length(past) + 6} y={barTop + LINE_PX - 1} />
      {bar.limit ? (
        <Limit pen={pen} limit={bar.limit} x={left + length(bar.limit.minutes)} top={barTop} above={top} />
      ) : null}
    </g>
  );
}

/** The limit: a line through the bar, its words above, on the side where there is room. */
function Limit(props: {
  pen: Pen;
  limit: NonNullable<BurdenBar['limit']>;
  x: number;
  top: number;
  above: number;
}) {
  const { pen, limit, x, top, above } = props;
  return (
    <g>
      <line
        x1={at(x)}
        x2={at(x)}
        y1={at(top - 4)}
        y2={at(top + BAR_PX + 4)}
        stroke={pen.colours.ink}
        stroke-width="2"
        stroke-dasharray="4 3"
      />
      {limit.words === null ? null : (
        <Lines pen={pen} lines={[limit.words]} x={Math.min(x, pen.width - 2)} y={above - 6} anchor="end" />
      )}
    </g>
  );
}

function Swatch({ pen, kind, y }: { pen: Pen; kind: BurdenKind['kind']; y: number }) {
  return (
    <rect
      x="2"
      y={at(y)}
      width={at(SWATCH_PX)}
      height={at(SWATCH_PX)}
      fill={pen.colours[TINTS[kind]]}
      stroke={pen.colours.border}
    />
  );
}
