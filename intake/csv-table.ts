import Papa from 'papaparse';
import { csvHeading, titleRows } from './csv-heading.ts';
import { decodedText } from './decode.ts';
import { DELIMITERS, delimiterHint, delimiterOf } from './guess-delimiter.ts';
import { usedHeadings } from './headings.ts';
import type { Told } from './problem.ts';
import { rowMessages } from './row-messages.ts';
import type { SourceFile, Table } from './table.ts';
import { isTotalRow, totalRows } from './total-rows.ts';
import { type TextColumns, textColumns } from './text-columns.ts';

/** How a CSV file is to be read where guessing is not wanted. */
export interface CsvSettings {
  readonly delimiter?: string;
  readonly encoding?: string;
}

/** The parser hands over rows in pieces of so many characters, so that rows never exist all at once beside the columns. */
const PIECE_CHARACTERS = 1 << 20;

/**
 * A CSV file as a table.
 *
 * Byte-order marks, mixed line ends, quotes, line breaks in quotes, empty lines; comma, semicolon or tab.
 * Shape: `lines` are physical lines of the file; rows that are too short or too long are problems and are kept as far as they go,
 * a row whose quotation marks do not close is a problem and is not kept.
 */
export function csvTable(
  file: SourceFile,
  known: readonly string[],
  told: Told,
  settings: CsvSettings = {},
  needed: readonly string[] = [],
): Table {
  const given = decodedText(file, told, settings.encoding);
  const hint = delimiterHint(given);
  const text = hint === undefined ? given : given.replace(/^[^\n]*/, '');
  const named = settings.delimiter ?? hint;
  const heading = csvHeading(text, needed, named === undefined ? DELIMITERS : [named]);
  const delimiter = named ?? heading?.delimiter ?? delimiterOf(text);
  if (settings.delimiter === undefined && delimiter !== ',') {
    const why =
      hint === undefined
        ? 'it cuts the heading and the lines below into the same number of cells'
        : 'the first line of the file names it';
    tellDelimiter(file.name, delimiter, why, told);
  }
  const rowsAbove = heading?.rowsAbove ?? (needed.length > 0 ? titleRows(text, delimiter) : 0);
  const reader = rowReader(file.name, known, delimiter, rowsAbove, told);
  const config = {
    delimiter,
    newline: '\n' as const,
    chunkSize: PIECE_CHARACTERS,
    chunk: ({ data, errors }: Papa.ParseResult<string[]>): void => {
      const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
      for (const [r, cells] of data.entries()) reader.take(cells, broken.has(r) ? 'open' : 'closed');
    },
  };
  Papa.parse<string[]>(text, config);
  return { file: file.name, delimiter, ...reader.end() };
}

/** Takes rows as the parser cuts them, one after the other: the headings first, then those below. */
function rowReader(file: string, known: readonly string[], delimiter: string, rowsAbove: number, told: Told) {
  let above = rowsAbove;
  let titles = 0;
  let headings: string[] = [];
  let headingLine = 0;
  let columns: TextColumns | undefined;
  let headingBroken = false;
  let line = 1;
  const totals = totalRows();
  const below = (cells: readonly string[], at: number, into: TextColumns): void => {
    if (isTotalRow(cells, headings.length)) {
      totals.add(cells, at);
      return;
    }
    if (cells.length !== headings.length)
      told.problems.push(
        rowMessages.rowLength(file, at, cells.length, headings.length, cells.join(delimiter)),
      );
    into.add(cells, at);
  };
  return {
    take(cells: readonly string[], quotes: 'closed' | 'open'): void {
      const at = line;
      line += 1 + lineBreaks(cells);
      const empty = cells.every((cell) => cell.trim() === '');
      if (above > 0) {
        above--;
        if (!empty) titles++;
        return;
      }
      if (headingBroken || empty) return;
      if (quotes === 'open') {
        const lastLine = cells.at(-1)!.endsWith('\n') ? line - 2 : line - 1;
        told.problems.push(rowMessages.openQuote(file, at, lastLine));
        headingBroken = !columns;
      } else if (columns) below(cells, at, columns);
      else {
        headings = usedHeadings(file, cells, known, told);
        headingLine = at;
        if (titles > 0) tellHeading(file, at, told);
        columns = textColumns(headings.length);
      }
    },
    end() {
      totals.tell(file, told);
      columns?.tellTrimmed(file, headings, told);
      return { headings, columns: columns?.columns ?? [], lines: columns?.lines ?? [], headingLine };
    },
  };
}

function lineBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}

function tellHeading(file: string, line: number, told: Told): void {
  told.guesses.push({
    file,
    what: 'header-row',
    column: null,
    value: String(line),
    why: 'what stands above is a title and no headings',
    flag: '',
  });
}

function tellDelimiter(file: string, delimiter: string, why: string, told: Told): void {
  told.guesses.push({
    file,
    what: 'delimiter',
    column: null,
    value: delimiter === '\t' ? 'tab' : delimiter,
    why,
    flag: '--delimiter',
  });
}
