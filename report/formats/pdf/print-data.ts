import { LIGHT, type Theme } from '../style/tokens.ts';
import { shownLetters } from '../typeface/shown-letters.ts';
import type { Block, FigureBlock, ReportDocument, TableBlock } from '#report/document.ts';

/** The two sizes of paper that people print on. */
export type Paper = 'a4' | 'letter';

/** What the template reads, and the pictures beside it. */
export interface PrintData {
  /** Contents of `/report.json`. */
  readonly report: PrintedReport;
  /** Pictures by their absolute path in the template's world. */
  readonly pictures: ReadonlyMap<string, string>;
}

interface PrintedReport {
  readonly paper: Paper;
  readonly theme: Theme;
  readonly title: string;
  readonly subtitle: string;
  readonly runningHead: string;
  readonly code: string;
  readonly summary: readonly PrintedBlock[];
  /** Table twins of the pictures on page one, which has no room for them. */
  readonly summaryTables: readonly TableBlock[];
  readonly sections: readonly { readonly title: string; readonly blocks: readonly PrintedBlock[] }[];
  readonly missingLetters: boolean;
  readonly missingNote: string;
}

type PrintedFigure = Omit<FigureBlock, 'svg'> & { readonly file: string };
type PrintedBlock = Exclude<Block, FigureBlock> | PrintedFigure;

const MISSING_NOTE =
  'A □ stands for a letter that the typeface of this print does not have. The page report.html shows every letter.';

/** Letters that the template sets in a second face. */
const SECOND_FACE = '◷▨◇';

/** A word in a table cell longer than this may be broken anywhere; longer ones would run into the next column. */
const LONGEST_CELL_WORD = 20;

/**
 * A report as the print template wants it: pictures in files of their own, letters that the typeface lacks replaced.
 *
 * Missing: a letter outside the typeface becomes □, and a note at the end of the report says so.
 *
 * @param letters the code points that every face in use can show
 * @throws RangeError when a picture has no description; a reader who cannot see it would be left without
 */
export function printData(document: ReportDocument, paper: Paper, letters: ReadonlySet<number>): PrintData {
  const pictures = new Map<string, string>();
  let missingLetters = false;
  const shown = (text: string): string => {
    const drawn = shownLetters(text, letters, SECOND_FACE);
    missingLetters ||= drawn !== text;
    return drawn;
  };
  const printed = (block: Block): PrintedBlock => (block.kind === 'figure' ? figure(block) : block);
  const figure = ({ svg, ...rest }: FigureBlock): PrintedFigure => {
    if (rest.description.trim() === '')
      throw new RangeError(
        `reportPdf: figure ${rest.name} has an empty description; it must say what the picture shows`,
      );
    const file = `/pictures/${pictures.size + 1}.svg`;
    pictures.set(file, shown(svg.paper));
    return { ...rest, file };
  };
  const { title, subtitle, runningHead, code } = document;
  const twins = document.summary.flatMap((block) => (block.kind === 'figure' ? [block.table] : []));
  const report = everyText(
    {
      paper,
      theme: LIGHT,
      title,
      subtitle,
      runningHead,
      code,
      summary: document.summary.map(printed),
      summaryTables: twins,
      sections: document.sections.map((section) => ({
        title: section.title,
        blocks: section.blocks.map(printed),
      })),
    },
    shown,
  );
  return { report: { ...breakableTables(report), missingLetters, missingNote: MISSING_NOTE }, pictures };
}

/** The same data with each text put through `change`; keys stay. */
function everyText<Data>(data: Data, change: (text: string) => string): Data {
  if (typeof data === 'string') return change(data) as Data;
  if (Array.isArray(data)) return data.map((item: unknown) => everyText(item, change)) as Data;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, everyText(value, change)]),
  ) as Data;
}

/** The same data with places to break inside the long words of table cells. */
function breakableTables<Data>(data: Data): Data {
  if (Array.isArray(data)) return data.map((item: unknown) => breakableTables(item)) as Data;
  if (data === null || typeof data !== 'object') return data;
  const changed = Object.entries(data).map(([key, value]) => [key, breakableTables(value)] as const);
  const copy = Object.fromEntries(changed) as Data;
  return isTable(copy) ? { ...copy, rows: copy.rows.map((row) => row.map(breakable)) } : copy;
}

function isTable(data: unknown): data is TableBlock {
  return (data as { readonly kind?: unknown }).kind === 'table';
}

function breakable(cell: string): string {
  const long = new RegExp(`\\S{${LONGEST_CELL_WORD + 1},}`, 'gu');
  return cell.replace(long, (word) => Array.from(word).join('\u200b'));
}
