import type { Range } from '#evaluation/finding.ts';
import type { ShownCoverageRow, ShownPart } from '#evaluation/survey/shown-survey.ts';
import { text } from '../text/text.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, colourOf, lineHeight } from './marks.tsx';
import type { Who } from './marks.tsx';
import { LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth, wrappedLines } from './text-width.ts';

/** The waves of one group of people. */
export interface CoveragePanel {
  readonly title: string;
  readonly who: Who;
  readonly rows: readonly { readonly label: string; readonly words: string; readonly of: ShownCoverageRow }[];
}

const BAR_PX = 22;
const LINE_PX = lineHeight(LABEL_PX);
/** Above and below the name of a panel. */
const HEAD_PX = 12;

/** Nested bars from 0: asked as an outline, answered as a tint, counted as a solid bar inside. */
export function coverageDrawing(pen: Pen, panels: readonly CoveragePanel[]): Drawing {
  const wide = pen.layout === 'wide';
  const [left, right] = wide ? [190, 440] : [2, pen.width - 2];
  const most = Math.max(...panels.flatMap(({ rows }) => rows.map(({ of }) => of.asked)));
  const length = (people: number) => (people / most) * (right - left);
  const placed = panels.flatMap((panel) => panel.rows.map((row) => ({ panel, row })));
  const words = placed.map(({ row }) =>
    wrappedLines(row.words, wide ? pen.width - right - 20 : pen.width - 8, LABEL_PX, 'regular'),
  );
  const labels = placed.map(({ row }) =>
    wrappedLines(row.label, wide ? left - 14 : pen.width - 8, LABEL_PX, 'regular'),
  );
  const heights = placed.map((_, i) => {
    const lines = labels[i]!.length + words[i]!.length;
    return wide
      ? Math.max(BAR_PX, Math.max(labels[i]!.length, words[i]!.length) * LINE_PX) + 12
      : BAR_PX + lines * LINE_PX + 14;
  });
  const key = keyPlaces(pen, panels);
  const titles = new Map(
    panels.map((panel) => [panel, wrappedLines(panel.title, pen.width - 8, LABEL_PX, 'semibold')]),
  );
  let top = key.at(-1)!.y + 22;
  const tops = placed.map(({ panel, row }, i) => {
    if (panel.rows[0] === row) top += HEAD_PX + titles.get(panel)!.length * LINE_PX;
    const own = top;
    top += heights[i]!;
    return own;
  });
  return {
    heightPx: top + 2,
    content: (
      <g>
        <CoverageKey pen={pen} who={panels[0]!.who} places={key} />
        {placed.map(({ panel, row }, i) => {
          const barTop = wide ? tops[i]! : tops[i]! + labels[i]!.length * LINE_PX + 2;
          const wordsX = wide ? right + 16 : 2;
          const wordsY = wide ? tops[i]! + LINE_PX - 2 : barTop + BAR_PX + LINE_PX;
          return (
            <g>
              {panel.rows[0] === row ? (
                <Lines
                  pen={pen}
                  lines={titles.get(panel)!}
                  x={2}
                  y={tops[i]! - 8 - (titles.get(panel)!.length - 1) * LINE_PX}
                  weight="semibold"
                />
              ) : null}
              <Lines pen={pen} lines={labels[i]!} x={2} y={tops[i]! + LINE_PX - 2} />
              <NestedBar pen={pen} who={panel.who} of={row.of} x={left} y={barTop} length={length} />
              <Lines pen={pen} lines={words[i]!} x={wordsX} y={wordsY} />
            </g>
          );
        })}
      </g>
    ),
  };
}

/** A band in place of a count is drawn pale between its ends. */
function NestedBar(props: {
  pen: Pen;
  who: Who;
  of: ShownCoverageRow;
  x: number;
  y: number;
  length: (people: number) => number;
}) {
  const { pen, who, of, x, y, length } = props;
  const colour = colourOf(pen, who);
  const ends = (told: ShownPart): Range =>
    told.kind === 'exact' ? [told.count, told.count] : [told.share[0] * of.asked, told.share[1] * of.asked];
  const [low, high] = ends(of.answered);
  const counted = of.counted?.kind === 'exact' ? of.counted.count : null;
  return (
    <g>
      <rect
        x={at(x)}
        y={at(y)}
        width={at(length(of.asked))}
        height={at(BAR_PX)}
        fill="none"
        stroke={pen.colours.border}
      />
      {high > low ? (
        <rect
          x={at(x + length(low))}
          y={at(y)}
          width={at(length(high - low))}
          height={at(BAR_PX)}
          fill={colour}
          fill-opacity="0.15"
        />
      ) : null}
      <rect
        x={at(x)}
        y={at(y)}
        width={at(length(low))}
        height={at(BAR_PX)}
        fill={colour}
        fill-opacity="0.35"
      />
      {counted === null ? null : (
        <rect x={at(x)} y={at(y + 6)} width={at(length(counted))} height={at(BAR_PX - 12)} fill={colour} />
      )}
    </g>
  );
}

type KeyPart = 'asked' | 'answered' | 'counted';

interface KeyPlace {
  readonly part: KeyPart;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Where the parts of the key stand; nobody counted, no part for it. */
function keyPlaces(pen: Pen, panels: readonly CoveragePanel[]): KeyPlace[] {
  const counted = panels.some(({ rows }) => rows.some(({ of }) => of.counted?.kind === 'exact'));
  const parts: KeyPart[] = counted ? ['asked', 'answered', 'counted'] : ['asked', 'answered'];
  let [x, y] = [2, 4];
  return parts.map((part) => {
    const name = text(`p15.key.${part}`, {});
    const needed = 58 + textWidth(name, LABEL_PX, 'regular');
    if (x > 2 && x + needed > pen.width) [x, y] = [2, y + 24];
    const place = { part, name, x, y };
    x += needed;
    return place;
  });
}

function CoverageKey(props: { pen: Pen; who: Who; places: readonly KeyPlace[] }) {
  const { pen, who, places } = props;
  const colour = colourOf(pen, who);
  return (
    <g>
      {places.map(({ part, name, x, y }) => (
        <g>
          {part === 'asked' ? (
            <rect x={at(x)} y={at(y)} width="30" height="14" fill="none" stroke={pen.colours.border} />
          ) : null}
          {part === 'answered' ? (
            <rect x={at(x)} y={at(y)} width="30" height="14" fill={colour} fill-opacity="0.35" />
          ) : null}
          {part === 'counted' ? <rect x={at(x)} y={at(y + 4)} width="30" height="6" fill={colour} /> : null}
          <Lines pen={pen} lines={[name]} x={x + 38} y={y + 12} />
        </g>
      ))}
    </g>
  );
}
