import { readFileSync, writeFileSync } from 'node:fs';

/** Rows of a plain CSV file without commas inside cells, by column name; the column without a name is called `row`. */
export function sourceRows(file: URL): Readonly<Record<string, string>>[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = header!.trim().replaceAll('"', '').split(',');
  return lines.map((line) => {
    const cells = line.trim().replaceAll('"', '').split(',');
    if (cells.length !== names.length) throw new RangeError(`sourceRows: ${cells.length} cells where there are ${names.length} columns: ${line}`);
    return Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
  });
}

/** Writes lines as a file that ends in a line break. */
export function writeLines(file: URL, lines: readonly string[]): void {
  writeFileSync(file, [...lines, ''].join('\n'));
}
