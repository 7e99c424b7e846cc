import type { FigureBlock } from '../document.ts';
import { Lines, lineHeight } from './marks.tsx';
import { AXIS_PX, PAPER_PEN, at } from './pen.ts';
import { wrappedLines } from './text-width.ts';

const MARGIN_PX = 20;
const TITLE_PX = 18;

/** A figure as a file of its own: title, subtitle, picture and source, so that it can be passed on without losing its limits. */
export function figureFile(figure: FigureBlock): string {
  const pen = PAPER_PEN;
  const title = wrappedLines(figure.title, pen.width, TITLE_PX, 'semibold');
  const subtitle = wrappedLines(figure.subtitle, pen.width, AXIS_PX, 'regular');
  const source = wrappedLines(figure.source, pen.width, AXIS_PX, 'regular');
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/
    .exec(figure.svg.paper)![1]!
    .replace(/^<title>.*?<\/title><desc>.*?<\/desc>/s, '');
  const pictureHeight = Number(/ height="([\d.]+)"/.exec(figure.svg.paper)![1]);
  const pictureTop =
    MARGIN_PX + title.length * lineHeight(TITLE_PX) + subtitle.length * lineHeight(AXIS_PX) + 12;
  const sourceTop = pictureTop + pictureHeight + 20;
  const height = sourceTop + source.length * lineHeight(AXIS_PX) + MARGIN_PX;
  const width = pen.width + 2 * MARGIN_PX;
  const head = String(
    <g>
      <rect x="0" y="0" width={at(width)} height={at(height)} fill={pen.colours.background} />
      <Lines
        pen={pen}
        lines={title}
        x={MARGIN_PX}
        y={MARGIN_PX + TITLE_PX}
        size={TITLE_PX}
        weight="semibold"
      />
      <Lines
        pen={pen}
        lines={subtitle}
        x={MARGIN_PX}
        y={MARGIN_PX + title.length * lineHeight(TITLE_PX) + AXIS_PX + 4}
        size={AXIS_PX}
        colour={pen.colours.muted}
      />
      <Lines pen={pen} lines={source} x={MARGIN_PX} y={sourceTop} size={AXIS_PX} colour={pen.colours.muted} />
    </g>,
  );
  const words = String(
    <svg>
      <title>{figure.title}</title>
      <desc>{figure.description}</desc>
    </svg>,
  ).slice('<svg>'.length, -'</svg>'.length);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" ` +
    `height="${at(height)}" role="img" font-family="'Source Sans 3', system-ui, sans-serif" font-size="14">` +
    `${words}${head}<g transform="translate(${MARGIN_PX} ${at(pictureTop)})">${inside}</g></svg>\n`
  );
}
