import { messages } from './messages.ts';
import type { Told } from './problem.ts';

/** Repeated texts are stored once; a column with more different texts than this has few repeats. */
const MOST_INTERNED = 50_000;

/** Columns of text that grow by a row at a time; blanks are taken off and repeated texts are kept once. */
export interface TextColumns {
  readonly columns: readonly string[][];
  readonly lines: number[];
  add(cells: readonly string[], line: number): void;
  /** Tells how many cells had blanks taken off. */
  tellTrimmed(file: string, headings: readonly string[], told: Told): void;
}

/** Empty text columns of a width. */
export function textColumns(width: number): TextColumns {
  const columns = Array.from({ length: width }, (): string[] => []);
  const known = columns.map(() => new Map<string, string>());
  const trimmed = columns.map(() => 0);
  const lines: number[] = [];
  return {
    columns,
    lines,
    add(cells, line) {
      for (let c = 0; c < width; c++) {
        const given = cells[c] ?? '';
        const cell = given.trim();
        if (cell.length !== given.length) trimmed[c]!++;
        columns[c]!.push(interned(known[c]!, cell));
      }
      lines.push(line);
    },
    tellTrimmed(file, headings, told) {
      for (const [c, n] of trimmed.entries())
        if (n > 0) told.problems.push(messages.trimmed({ file }, headings[c]!, n));
    },
  };
}

function interned(known: Map<string, string>, cell: string): string {
  const found = known.get(cell);
  if (found !== undefined) return found;
  if (known.size < MOST_INTERNED) known.set(cell, cell);
  return cell;
}
