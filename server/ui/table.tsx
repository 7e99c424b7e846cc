import type { Child } from 'hono/jsx';
import type { Words } from '#server/text/words.ts';

/** A column of a table. */
export interface Column {
  readonly label: Child;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  /** Days, codes and the like, which are not broken over lines. */
  readonly short?: boolean;
  /** Sentences, which stay readable on a narrow screen. */
  readonly long?: boolean;
}

/** What a table is given. */
export interface TableProps {
  readonly words: Words;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** A cell per column; the first names the row. */
  readonly rows: readonly (readonly Child[])[];
  readonly id?: string;
  readonly note?: string | null;
  /** `j` and `k` walk its rows, where each holds a link. */
  readonly walked?: boolean;
}

/** A table with its caption and heads, in a box of its own that scrolls sideways and can be reached by keyboard. */
export function Table({ words, caption, columns, rows, id, note, walked }: TableProps) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.say('ui.table.scroll', { caption })}>
      <table class="plain" id={id} data-rows={walked === true ? '' : undefined}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={lookOf(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, i) =>
                i === 0 ? <th scope="row">{cell}</th> : <td class={lookOf(columns[i])}>{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {note == null ? null : <p class="note">{note}</p>}
    </div>
  );
}

function lookOf(column: Column | undefined): string | undefined {
  return column?.align === 'end'
    ? 'end'
    : column?.short === true
      ? 'short'
      : column?.long === true
        ? 'long'
        : undefined;
}
