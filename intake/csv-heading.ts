import Papa from 'papaparse';
import { headingForm } from './headings.ts';

/** Titles may stand above the headings, in so many rows. */
const HEADING_ROWS = 30;
/** Rows of headings and titles fit into so many characters. */
const LOOKED_AT = 200_000;

/** Where the headings of a CSV text stand. */
export interface CsvHeading {
  readonly delimiter: string;
  /** Rows above the headings, empty ones counted. */
  readonly rowsAbove: number;
}

/**
 * The first row that holds all needed headings, cut by the first delimiter that shows them; `undefined` when there is none.
 *
 * @example
 * csvHeading('Staff, as of May\n\nperson;Arm\n7001;comparison', ['person', 'arm'], [',', ';'])
 * // => { delimiter: ';', rowsAbove: 2 }
 */
export function csvHeading(
  text: string,
  needed: readonly string[],
  delimiters: readonly string[],
): CsvHeading | undefined {
  if (needed.length === 0) return undefined;
  for (const delimiter of delimiters) {
    const rowsAbove = firstRows(text, delimiter).findIndex((cells) => {
      const forms = new Set(cells.map(headingForm));
      return needed.every((heading) => forms.has(heading));
    });
    if (rowsAbove >= 0) return { delimiter, rowsAbove };
  }
  return undefined;
}

/**
 * Rows above the first row of several cells: where headings are not the needed ones, titles still are none.
 *
 * @example
 * titleRows('Staff\n\nkey;group\n7001;comparison', ';')
 * // => 2
 */
export function titleRows(text: string, delimiter: string): number {
  return Math.max(
    0,
    firstRows(text, delimiter).findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1),
  );
}

function firstRows(text: string, delimiter: string): string[][] {
  const config = { delimiter, newline: '\n' as const, preview: HEADING_ROWS };
  return Papa.parse<string[]>(text.slice(0, LOOKED_AT), config).data;
}
