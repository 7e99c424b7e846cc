import type { Problem } from './problem.ts';
import type { Table } from './table.ts';

type Words = Pick<Problem, 'code' | 'column' | 'problem' | 'cure'>;

function wholeFile(file: string, words: Words, value: string | null = null): Problem {
  return { file, line: null, value, severity: 'error', ...words };
}

/** A problem of one row of a table; the value shown is the cell as it was given. */
export function rowProblem(table: Table, row: number, words: Words): Problem {
  const at = words.column === null ? -1 : table.headings.indexOf(words.column);
  return {
    file: table.file,
    line: table.lines[row]!,
    value: at < 0 ? null : (table.columns[at]![row] ?? null),
    severity: 'error',
    ...words,
  };
}

/** The same thing, told but not stopping anything. */
function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}

/** At most so many names are listed in one sentence. */
const NAMED = 5;

/** Names in one sentence: quoted, the first five, then how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => `\`${name}\``);
  return names.length > NAMED ? `${shown.join(', ')} and ${names.length - NAMED} more` : shown.join(', ');
}

/** Two by two in one sentence: the first five, then how many more. */
function named(pairs: readonly (readonly [string, string])[], word: 'as' | 'like'): string {
  const shown = pairs.slice(0, NAMED).map(([one, other]) => `\`${one}\` ${word} \`${other}\``);
  return `${shown.join(', ')}${pairs.length > NAMED ? ` and ${pairs.length - NAMED} more` : ''}`;
}

/** Problems of whole files and columns: the one place with their words (row problems: `row-messages.ts`). */
export const messages = {
  unknownEncoding: (file: string, encoding: string): Problem =>
    wholeFile(
      file,
      {
        code: 'encoding',
        column: null,
        problem: `\`${encoding}\` is not an encoding that is known here.`,
        cure: 'Write a name such as utf-8, utf-16le, windows-1252 or macroman after --encoding.',
      },
      encoding,
    ),
  /** The byte is counted from 0 and told counted from 1. */
  lostCharacters: (file: string, n: number, line: number, byte?: number): Problem =>
    wholeFile(file, {
      code: 'encoding',
      column: null,
      problem: `${n} ${n === 1 ? 'character' : 'characters'} of ${file} could not be read; the first is in line ${line}${byte === undefined ? '' : `, at byte ${byte + 1} of the file`}.`,
      cure: 'Name the encoding of the file after --encoding, or save the file as UTF-8.',
    }),
  lostBefore: (file: string, n: number, line: number): Problem =>
    asWarning(
      wholeFile(file, {
        code: 'encoding',
        column: null,
        problem: `${n} ${n === 1 ? 'character' : 'characters'} of ${file} ${n === 1 ? 'was' : 'were'} lost before the file came here (\ufffd); the first is in line ${line}.`,
        cure: 'Export the file again as UTF-8: texts that differ in such a character only look the same.',
      }),
    ),
  unreadable: (file: string, problem: string, cure: string): Problem =>
    wholeFile(file, { code: 'unreadable', column: null, problem, cure }),
  noRows: (file: string): Problem =>
    wholeFile(file, {
      code: 'no-rows',
      column: null,
      problem: `${file} has no rows below its headings.`,
      cure: 'Export the file again with its rows, or leave the file out.',
    }),
  missingColumn: (table: Table, column: string): Problem =>
    wholeFile(table.file, {
      code: 'V01',
      column,
      problem: `${table.file} has no column \`${column}\`. Columns found: ${table.headings.join(', ')}.`,
      cure: `Add the column \`${column}\`, or rename the one that holds it.`,
    }),
  plannedColumnMissing: (table: Table, column: string): Problem =>
    wholeFile(table.file, {
      code: 'V01',
      column,
      problem: `The plan names \`${column}\`, but ${table.file} has no such column. Columns found: ${table.headings.join(', ')}.`,
      cure: `Add the column \`${column}\`, or take it out of the plan before the plan is locked.`,
    }),
  missingFile: (file: string, outcome: string): Problem =>
    wholeFile(file, {
      code: 'file-missing',
      column: null,
      problem: `The plan's outcome \`${outcome}\` is read from ${file}, and there is no such file.`,
      cure: `Add ${file}, or name another outcome in the plan.`,
    }),
  headingTwice: (table: Pick<Table, 'file'>, heading: string): Problem =>
    wholeFile(
      table.file,
      {
        code: 'heading-twice',
        column: heading,
        problem: `The heading \`${heading}\` stands twice.`,
        cure: 'Give each column its own heading, or delete the one that is not meant.',
      },
      heading,
    ),
  unnamedColumn: (table: Table, position: number, filled: number): Problem =>
    wholeFile(table.file, {
      code: 'heading-missing',
      column: null,
      problem: `Column ${position} of ${table.file} has no heading, but ${filled} ${filled === 1 ? 'cell' : 'cells'} with something in ${filled === 1 ? 'it' : 'them'}.`,
      cure: 'Give the column a heading, or delete it.',
    }),
  dateOrder: (table: Table, column: string, example: string): Problem =>
    wholeFile(
      table.file,
      {
        code: 'date-order',
        column,
        problem: `The dates in \`${column}\` (such as \`${example}\`) could be day first or month first.`,
        cure: 'Say which with --dates day-first or --dates month-first, or write dates as YYYY-MM-DD.',
      },
      example,
    ),
  dateOrderMixed: (table: Table, column: string, dayFirst: string, monthFirst: string): Problem =>
    wholeFile(table.file, {
      code: 'date-order',
      column,
      problem: `The dates in \`${column}\` are mixed: \`${dayFirst}\` is day first, \`${monthFirst}\` is month first.`,
      cure: 'Write all dates of the column in one way, best as YYYY-MM-DD.',
    }),
  decimal: (table: Table, column: string, example: string): Problem =>
    wholeFile(
      table.file,
      {
        code: 'decimal',
        column,
        problem: `\`${example}\` in \`${column}\` could be a decimal or a thousand.`,
        cure: 'Say which with --decimal comma or --decimal point.',
      },
      example,
    ),
  refusedButPlanned: (table: Table, column: string, reason: string): Problem =>
    wholeFile(table.file, {
      code: 'never-needed',
      column,
      problem: `The plan names \`${column}\`, but ${reason} is never needed and is not taken in.`,
      cure: `Take \`${column}\` out of the plan.`,
    }),
  refused: (table: Table, column: string, reason: string): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'never-needed',
        column,
        problem: `\`${column}\` was left out (${table.lines.length} rows): ${reason} is never needed.`,
        cure: 'Nothing to do; better not to export the column at all.',
      }),
    ),
  refusedScale: (table: Table, scale: string, n: number, reason: string): Problem =>
    asWarning(
      wholeFile(
        table.file,
        {
          code: 'never-needed',
          column: 'scale',
          problem: `The scale \`${scale}\` was left out (${n} ${n === 1 ? 'row' : 'rows'}): ${reason} is never needed.`,
          cure: 'Nothing to do; better not to export the scale at all.',
        },
        scale,
      ),
    ),
  trimmed: (table: Pick<Table, 'file'>, column: string, n: number): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'trimmed',
        column,
        problem: `Blanks before or after the text were taken off in ${n} ${n === 1 ? 'cell' : 'cells'} of \`${column}\`.`,
        cure: 'Nothing to do, if the blanks mean nothing.',
      }),
    ),
  lookAlike: (table: Table, column: string, groups: readonly (readonly string[])[]): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'look-alike',
        column,
        problem: `In \`${column}\` some values look alike and are kept apart: ${groups
          .slice(0, NAMED)
          .map((group) => listed(group))
          .join('; ')}${groups.length > NAMED ? `; and ${groups.length - NAMED} more groups` : ''}.`,
        cure: 'If they mean the same, write them in one way.',
      }),
    ),
  mostlyNumbers: (table: Table, column: string, words: readonly string[], n: number): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'mostly-numbers',
        column,
        problem: `\`${column}\` is read as named levels, because ${n} of its values are not numbers: ${listed(words)}.`,
        cure: 'If it should be numbers, correct these cells or leave them empty.',
      }),
    ),
  unknownPeople: (table: Table, rows: number, people: number, what: string, where: string): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'V15',
        column: 'person',
        problem:
          rows === 1
            ? `1 of the ${what} belongs to somebody who is not in ${where}.`
            : `${rows} ${what} belong to ${people} people who are not in ${where}.`,
        cure: 'They are ignored; add the people if they belong to the study.',
      }),
    ),
  otherCase: (
    table: Table,
    column: string,
    n: number,
    keys: readonly (readonly [string, string])[],
  ): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'case',
        column,
        problem: `${n} ${n === 1 ? 'key' : 'keys'} in \`${column}\` of ${table.file} ${n === 1 ? 'differs' : 'differ'} from one on file only in case, and ${n === 1 ? 'is' : 'are'} read as that: ${named(keys, 'as')}.`,
        cure: 'Nothing to do, if they are the same people.',
      }),
    ),
  thirdParties: (table: Table, rows: number, people: number, what: string, where: string): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'V15',
        column: 'person',
        problem: `${rows} ${rows === 1 ? `of the ${what} is` : `${what} are`} by ${people} ${people === 1 ? 'person who is' : 'people who are'} not in ${where}, about people who are: they count as views of third parties.`,
        cure: 'Nothing to do, if they are colleagues or superiors; else correct the keys in `person`.',
      }),
    ),
  nearStrangers: (table: Table, pairs: readonly (readonly [string, string])[], where: string): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'look-alike',
        column: 'person',
        problem: `Some people who are not in ${where} look like people who are: ${named(pairs, 'like')}.`,
        cure: 'Nobody is joined by guess. If they are the same people, write the key in one way in both files.',
      }),
    ),
  afterCutoff: (table: Table, column: string, n: number, cutoff: string): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'V08',
        column,
        problem: `${n} ${n === 1 ? 'row lies' : 'rows lie'} after the cut-off ${cutoff} and ${n === 1 ? 'is' : 'are'} ignored.`,
        cure: 'Nothing to do, if the cut-off of the plan is meant.',
      }),
    ),
  identicalRows: (table: Table, n: number): Problem =>
    asWarning(
      wholeFile(table.file, {
        code: 'row-twice',
        column: null,
        problem: `${n} ${n === 1 ? 'row stands' : 'rows stand'} twice, word for word, and ${n === 1 ? 'is' : 'are'} counted once.`,
        cure: 'Nothing to do, if nothing happened twice.',
      }),
    ),
  totalRows: (table: Pick<Table, 'file'>, lines: readonly number[], value: string): Problem =>
    asWarning(
      wholeFile(
        table.file,
        {
          code: 'total-row',
          column: null,
          problem: `${lines.length === 1 ? 'Row' : 'Rows'} ${lines.join(', ')} (\`${value}\`) ${lines.length === 1 ? 'is a total and was' : 'are totals and were'} left out.`,
          cure: 'Nothing to do; if it is a person, give the person another key.',
        },
        value,
      ),
    ),
};
