import type { Theme } from '../formats/style/tokens.ts';
import type { Drawing } from './figure-block.tsx';
import { Lines, lineHeight } from './marks.tsx';
import { AXIS_PX, LABEL_PX, at } from './pen.ts';
import type { Pen } from './pen.ts';
import { textWidth, wrappedLines } from './text-width.ts';

/** The five tints from disagreeing to agreeing. */
type Tint = 1 | 2 | 3 | 4 | 5;

/** A statement with its bar, or with words alone. */
export interface StatementRow {
  readonly wording: string;
  readonly segments: readonly { readonly count: number; readonly tint: Tint }[];
  readonly words: string;
}

/** What a tint stands for. */
export interface TintName {
  readonly tint: Tint;
  readonly name: string;
}

const BAR_PX = 24;
const SWATCH_PX = 14;
const LINE_PX = lineHeight(LABEL_PX);

/** A bar of all answers per statement, disagreeing left, its counts inside; the words of the statement above, what it says beside or below. */
export function statementsDrawing(
  pen: Pen,
  key: readonly TintName[],
  rows: readonly StatementRow[],
): Drawing {
  const wide = pen.layout === 'wide';
  const barWidth = wide ? 396 : pen.width - 4;
  const swatches = swatchPlaces(pen, key);
  const wordings = rows.map(({ wording }) => wrappedLines(wording, pen.width - 8, LABEL_PX, 'regular'));
  const sides = rows.map(({ words, segments }) =>
    wrappedLines(
      words,
      wide && segments.length > 0 ? pen.width - barWidth - 20 : pen.width - 8,
      LABEL_PX,
      'regular',
    ),
  );
  const heights = rows.map(({ segments }, i) => {
    const bar = segments.length === 0 ? 0 : BAR_PX;
    const side = sides[i]!.length * LINE_PX;
    return wordings[i]!.length * LINE_PX + 4 + (wide ? Math.max(bar, side) : bar + side) + 14;
  });
  const first = swatches.at(-1)!.y + SWATCH_PX + 14;
  const top = (i: number) => first + heights.slice(0, i).reduce((sum, one) => sum + one, 0);
  return {
    heightPx: top(rows.length),
    content: (
      <g>
        {swatches.map((place) => (
          <Swatch pen={pen} place={place} />
        ))}
        {rows.map((row, i) => {
          const barTop = top(i) + wordings[i]!.length * LINE_PX + 4;
          const beside = wide && row.segments.length > 0;
          const sideY = beside
            ? barTop + LINE_PX - 1
            : barTop + (row.segments.length > 0 ? BAR_PX : 0) + LINE_PX - 2;
          return (
            <g>
              <Lines pen={pen} lines={wordings[i]!} x={2} y={top(i) + LINE_PX - 3} />
              <Segments pen={pen} segments={row.segments} x={2} y={barTop} width={barWidth} />
              <Lines
                pen={pen}
                lines={sides[i]!}
                x={beside ? barWidth + 16 : 2}
                y={sideY}
                colour={pen.colours.muted}
              />
            </g>
          );
        })}
      </g>
    ),
  };
}

function Swatch(props: { pen: Pen; place: TintName & { readonly x: number; readonly y: number } }) {
  const { pen, place } = props;
  return (
    <g>
      <rect
        x={at(place.x)}
        y={at(place.y)}
        width={at(SWATCH_PX)}
        height={at(SWATCH_PX)}
        fill={pen.colours[`likert${place.tint}`]}
        stroke={pen.colours.border}
      />
      <Lines
        pen={pen}
        lines={[place.name]}
        x={place.x + SWATCH_PX + 6}
        y={place.y + SWATCH_PX - 2}
        size={AXIS_PX}
      />
    </g>
  );
}

function Segments(props: {
  pen: Pen;
  segments: StatementRow['segments'];
  x: number;
  y: number;
  width: number;
}) {
  const { pen, segments, x, y, width } = props;
  const all = segments.reduce((sum, { count }) => sum + count, 0);
  return (
    <g>
      {segments.map(({ count, tint }, i) => {
        const left = x + (segments.slice(0, i).reduce((sum, one) => sum + one.count, 0) / all) * width;
        const wide = (count / all) * width;
        const ink: keyof Theme = `likert${tint}Text`;
        return (
          <g>
            <rect
              x={at(left)}
              y={at(y)}
              width={at(wide)}
              height={at(BAR_PX)}
              fill={pen.colours[`likert${tint}`]}
              stroke={pen.colours.border}
            />
            {wide >= textWidth(String(count), AXIS_PX, 'regular') + 6 ? (
              <Lines
                pen={pen}
                lines={[String(count)]}
                x={left + wide / 2}
                y={y + BAR_PX / 2 + 5}
                size={AXIS_PX}
                anchor="middle"
                colour={pen.colours[ink]}
              />
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

function swatchPlaces(pen: Pen, key: readonly TintName[]) {
  let [x, y] = [2, 2];
  return key.map(({ tint, name }) => {
    const needed = SWATCH_PX + 22 + textWidth(name, AXIS_PX, 'regular');
    if (x > 2 && x + needed > pen.width) [x, y] = [2, y + 22];
    const place = { tint, name, x, y };
    x += needed;
    return place;
  });
}
