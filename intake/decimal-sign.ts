import { type Decimal, decimalEvidence, writtenCells } from './decimal-evidence.ts';
import { EVENT_HEADINGS, PEOPLE_HEADINGS, SCORE_HEADINGS } from './headings.ts';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { Table } from './table.ts';

/**
 * The decimal sign of a column of numbers, told when it is a comma or a guess.
 *
 * A column that leaves it open is read as the other columns of its file are written. When they say nothing, `1,234` is a problem,
 * and so is `1.000` in a file with semicolons, which decimal commas ask for, and as text in a workbook; elsewhere it is a decimal.
 *
 * @param numbers the columns of the file that hold numbers, where they are known; else those that look like it
 */
export function decimalOf(
  table: Table,
  column: string,
  cells: readonly string[],
  told: Told,
  named?: Decimal,
  numbers?: readonly string[],
): Decimal {
  if (named !== undefined) return named;
  const guess = (value: Decimal, why: string): Decimal => {
    told.guesses.push({ file: table.file, what: 'decimal', column, value, why, flag: '--decimal' });
    return value;
  };
  const evidence = decimalEvidence(writtenCells(table, cells));
  if (evidence.kind === 'plain') return 'point';
  const { example } = evidence;
  if (evidence.kind === 'sure')
    return evidence.decimal === 'point'
      ? 'point'
      : guess('comma', `\`${example}\` has a decimal comma; a point groups thousands`);
  const others = fileDecimal(table, numbers);
  if (others !== undefined)
    return guess(
      others.decimal,
      `\`${example}\` could be either, and \`${others.column}\` of the same file has a decimal ${others.decimal}`,
    );
  if (evidence.sign === 'point' && table.delimiter !== ';' && !table.numberTexts?.has(example))
    return guess('point', `nothing in the file says that the point in \`${example}\` groups thousands`);
  told.problems.push(messages.decimal(table, column, example));
  return 'point';
}

interface FileDecimal {
  readonly decimal: Decimal;
  /** The first column that says so. */
  readonly column: string;
}

const known = new WeakMap<Table, FileDecimal | 'unsaid'>();

/** The decimal sign of all columns of a file whose cells settle it; `undefined` when none does, or they differ. */
function fileDecimal(table: Table, numbers?: readonly string[]): FileDecimal | undefined {
  let found = known.get(table);
  if (found === undefined) {
    found = readFileDecimal(table, numbers);
    known.set(table, found);
  }
  return found === 'unsaid' ? undefined : found;
}

const NUMBERS: ReadonlySet<string> = new Set(['probability', 'score', 'low', 'high']);
/** Columns that are never numbers, whatever their cells look like. */
const NO_NUMBERS: ReadonlySet<string> = new Set(
  [...PEOPLE_HEADINGS, ...EVENT_HEADINGS, ...SCORE_HEADINGS].filter((heading) => !NUMBERS.has(heading)),
);
/** From this share of numbers on, a column says something about numbers. */
const MOSTLY = 0.8;

function readFileDecimal(table: Table, numbers?: readonly string[]): FileDecimal | 'unsaid' {
  let found: FileDecimal | undefined;
  for (const [c, column] of table.headings.entries()) {
    if (numbers ? !numbers.includes(column) : NO_NUMBERS.has(column)) continue;
    const cells = writtenCells(table, table.columns[c]!);
    const evidence = decimalEvidence(cells);
    if (evidence.kind !== 'sure' || !areNumbers(cells)) continue;
    if (found && found.decimal !== evidence.decimal) return 'unsaid';
    found ??= { decimal: evidence.decimal, column };
  }
  return found ?? 'unsaid';
}

function areNumbers(cells: readonly string[]): boolean {
  const given = cells.filter((cell) => cell !== '');
  const numbers = given.filter((cell) => /^[-+]?[\d.,]*\d[\d.,]*([eE][-+]?\d+)?$/.test(cell));
  return numbers.length >= MOSTLY * given.length;
}
