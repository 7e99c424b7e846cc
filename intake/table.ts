import Papa from 'papaparse';
import type { Problem } from './problem.ts';

/** A file as bytes, named as the person named it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as text columns; nothing is read into the values yet. */
export interface Table {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/** The text of a file: UTF-8 or UTF-16 by its mark, strict UTF-8, else Windows-1252. */
export function decoded(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** A CSV file as a table: marks, quotes, mixed line ends, comma, semicolon or tab. */
export function csvTable(file: SourceFile, problems: Problem[], delimiter?: string): Table {
  const { text } = decoded(file.bytes);
  const parsed = Papa.parse<string[]>(text, {
    delimiter: delimiter ?? '',
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  });
  const [headingRow = [], ...rows] = parsed.data;
  const headings = headingRow.map((heading) => heading.trim());
  const seen = new Set<string>();
  for (const heading of headings) {
    if (seen.has(heading)) {
      problems.push(
        wrong(
          file.name,
          1,
          heading,
          heading,
          'heading-twice',
          `The heading \`${heading}\` stands twice.`,
          'Give each column an own heading.',
        ),
      );
    }
    seen.add(heading);
  }
  rows.forEach((row, r) => {
    if (row.length === headings.length) return;
    problems.push(
      wrong(
        file.name,
        r + 2,
        null,
        row.join(','),
        'row-length',
        `The row has ${row.length} cells; the heading has ${headings.length}.`,
        'Add or remove cells, or put quotes round text that holds the delimiter.',
      ),
    );
  });
  return {
    file: file.name,
    headings,
    columns: headings.map((_, c) => rows.map((row) => (row[c] ?? '').trim())),
    lines: rows.map((_, r) => r + 2),
  };
}

/** A problem that keeps the file from being evaluated. */
export function wrong(
  file: string,
  line: number | null,
  column: string | null,
  value: string | null,
  code: string,
  problem: string,
  cure: string,
): Problem {
  return { file, line, column, value, code, problem, cure, severity: 'error' };
}

/** The column of a heading, or `undefined`. */
export function columnOf(table: Table, heading: string): readonly string[] | undefined {
  const at = table.headings.indexOf(heading);
  return at < 0 ? undefined : table.columns[at];
}
