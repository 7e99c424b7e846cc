import type { FigureBlock, TableBlock } from '../document.ts';
import { NARROW_PEN, PAPER_PEN, SCREEN_PEN, at } from './pen.ts';
import type { Pen } from './pen.ts';

/** What is drawn, and how high it came out. */
export interface Drawing {
  readonly heightPx: number;
  readonly content: unknown;
}

/** A figure before it is drawn: its words, its twin, and the hand that draws it with a pen. */
export interface FigurePlan extends Omit<FigureBlock, 'kind' | 'svg'> {
  readonly draw: (pen: Pen) => Drawing;
}

/** A figure drawn three times by the same hand: for screens, for narrow screens, for paper. */
export function figureBlock(plan: FigurePlan): FigureBlock {
  const { draw, ...words } = plan;
  const drawn = (pen: Pen) => svgText(pen, draw(pen), words.title, words.description);
  return {
    kind: 'figure',
    ...words,
    svg: { screen: drawn(SCREEN_PEN), narrow: drawn(NARROW_PEN), paper: drawn(PAPER_PEN) },
  };
}

function svgText(pen: Pen, drawing: Drawing, title: string, description: string): string {
  const height = at(Math.ceil(drawing.heightPx));
  return String(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${at(pen.width)} ${height}`}
      width={at(pen.width)}
      height={height}
      role="img"
      direction="ltr"
      font-family="'Source Sans 3', system-ui, sans-serif"
      font-size="14"
    >
      <title>{title}</title>
      <desc>{description}</desc>
      {drawing.content}
    </svg>,
  );
}

/** A twin's column. */
export type TwinColumn = TableBlock['columns'][number];
