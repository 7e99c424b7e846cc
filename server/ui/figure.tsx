import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { FigureBlock } from '#report/document.ts';
import { Table } from './table.tsx';
import type { View } from './view.ts';

/** What a figure is given. */
export interface FigureProps {
  readonly view: View;
  readonly figure: FigureBlock;
  /** *Copy sentence*, *SVG*, *PNG*, *Data*. */
  readonly actions?: Child;
}

/** A picture of the report with the table that says the same; `?table=P16` opens the table, and so does the key `t`. */
export function Figure({ view, figure, actions }: FigureProps) {
  const { words } = view;
  return (
    <figure id={figure.name} data-figure={figure.id} data-n={figure.n ?? undefined} {...ends(figure)}>
      <figcaption>
        <p class="title">{figure.title}</p>
        <p class="small subtitle">{figure.subtitle}</p>
      </figcaption>
      {figure.svg.narrow === undefined ? (
        raw(figure.svg.screen)
      ) : (
        <>
          <div class="wide">{raw(figure.svg.screen)}</div>
          <div class="narrow">{raw(figure.svg.narrow)}</div>
        </>
      )}
      <p class="small source">{figure.source}</p>
      <details data-twin={figure.id} open={isAsked(view, figure)}>
        <summary data-key="t">{words.say('ui.figure.table')}</summary>
        <Table
          words={words}
          id={figure.table.id}
          caption={figure.table.caption}
          columns={figure.table.columns}
          rows={figure.table.rows}
          note={figure.table.note}
        />
      </details>
      {actions === undefined ? null : <div class="actions">{actions}</div>}
    </figure>
  );
}

function isAsked({ query }: View, { id, name }: FigureBlock): boolean {
  return query['table'] === id || query['table'] === name;
}

/** What is not known has no attribute. */
function ends({ low, high }: FigureBlock): Record<string, string> {
  return {
    ...(typeof low === 'number' ? { 'data-low': String(low) } : {}),
    ...(typeof high === 'number' ? { 'data-high': String(high) } : {}),
  };
}
