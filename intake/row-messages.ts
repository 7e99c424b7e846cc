import { isoFromDay } from '#evaluation/study/day.ts';
import type { Problem } from './problem.ts';
import type { Table } from './table.ts';
import { listed, rowProblem } from './messages.ts';
import { shortened } from './shortened.ts';

/** Problems of single rows: the one place with their words. */
export const rowMessages = {
  rowLength: (file: string, line: number, have: number, need: number, text: string): Problem => ({
    file,
    line,
    column: null,
    value: text,
    code: 'row-length',
    problem: `${file} line ${line} has ${have} ${have === 1 ? 'cell' : 'cells'}; the heading has ${need}.`,
    cure: 'Add or remove cells, or put quotes round text that holds the delimiter.',
    severity: 'error',
  }),
  /** When the mark swallowed further lines, leaving out one row cures nothing: the problem is of the whole file. */
  openQuote: (file: string, line: number, lastLine: number): Problem => ({
    file,
    line: lastLine > line ? null : line,
    column: null,
    value: null,
    code: 'quote',
    problem:
      lastLine > line
        ? `${file} line ${line}: a quotation mark is not closed, so that the lines ${line} to ${lastLine} stand in one row.`
        : `${file} line ${line}: a quotation mark is not closed, or stands inside a cell.`,
    cure: 'Close it, or write a quotation mark inside a quoted cell twice.',
    severity: 'error',
  }),
  notDate: (table: Table, row: number, column: string, value: string, cure: string): Problem =>
    rowProblem(table, row, {
      code: 'V02',
      column,
      problem: `${table.file} line ${table.lines[row]!}: \`${shortened(value)}\` is not a date (${cure}).`,
      cure: `${cure[0]!.toUpperCase()}${cure.slice(1)}.`,
    }),
  dayOutside: (table: Table, row: number, column: string, value: string): Problem =>
    rowProblem(table, row, {
      code: 'V02',
      column,
      problem: `${table.file} line ${table.lines[row]!}: \`${shortened(value)}\` in \`${column}\` lies outside 1900 to 2200.`,
      cure:
        column === 'date'
          ? 'Correct the year, or delete the row.'
          : 'Leave the cell empty when the day is not known or not yet reached, else correct the year.',
    }),
  noDate: (table: Table, row: number, column: string, who: string): Problem =>
    rowProblem(table, row, {
      code: 'V02',
      column,
      problem: `${table.file} line ${table.lines[row]!}: ${who} has no date.`,
      cure: 'Write the day as YYYY-MM-DD.',
    }),
  noPerson: (table: Table, row: number): Problem =>
    rowProblem(table, row, {
      code: 'person',
      column: 'person',
      problem: `${table.file} line ${table.lines[row]!} has no person.`,
      cure: 'Give the person a key, or delete the row.',
    }),
  roundedKey: (table: Table, row: number, column: string): Problem =>
    rowProblem(table, row, {
      code: 'person',
      column,
      problem: `${table.file} line ${table.lines[row]!}: a key in \`${column}\` was rounded by a spreadsheet and may be anybody's.`,
      cure: 'Format the column as text, or as a number without decimals, and export the file again.',
    }),
  word: (table: Table, row: number, column: string, value: string, words: readonly string[]): Problem =>
    rowProblem(table, row, {
      code: 'word',
      column,
      problem:
        value === ''
          ? `${table.file} line ${table.lines[row]!}: \`${column}\` is empty.`
          : `${table.file} line ${table.lines[row]!}: \`${shortened(value)}\` is not a word for \`${column}\`.`,
      cure: `Write one of: ${words.join(', ')}.`,
    }),
  notNumber: (table: Table, row: number, column: string, value: string): Problem =>
    rowProblem(table, row, {
      code: 'V10',
      column,
      problem:
        value === ''
          ? `${table.file} line ${table.lines[row]!}: \`${column}\` is empty.`
          : `${table.file} line ${table.lines[row]!}: \`${shortened(value)}\` is not a number.`,
      cure:
        value === '' ? 'Write the number, or delete the row.' : 'Write a number, or leave the cell empty.',
    }),
  outside: (table: Table, row: number, score: number, low: number, high: number): Problem =>
    rowProblem(table, row, {
      code: 'V10',
      column: 'score',
      problem: `${table.file} line ${table.lines[row]!}: ${score} is outside ${Number.isNaN(low) ? '…' : low} to ${Number.isNaN(high) ? '…' : high}.`,
      cure: 'Correct the score, or the ends of the scale.',
    }),
  probability: (table: Table, row: number, value: string): Problem =>
    rowProblem(table, row, {
      code: 'probability',
      column: 'probability',
      problem: `${table.file} line ${table.lines[row]!}: \`${shortened(value)}\` is not a probability between 0 and 1.`,
      cure: 'Write the chance of being drawn as a number above 0 and below 1, or leave the cell empty.',
    }),
  personTwice: (table: Table, first: number, row: number, person: string, cohort: string): Problem =>
    rowProblem(table, row, {
      code: 'V03',
      column: 'person',
      problem: `${person} is listed twice${cohort === '' ? '' : ` in cohort ${cohort}`} (lines ${table.lines[first]!}, ${table.lines[row]!}).`,
      cure: 'Keep one.',
    }),
  noIndex: (table: Table, row: number, person: string): Problem =>
    rowProblem(table, row, {
      code: 'index',
      column: 'index',
      problem: `${person} is a participant without an index date.`,
      cure: 'Write the day on which the place was given.',
    }),
  hiredLater: (table: Table, row: number, person: string, hired: number, index: number): Problem =>
    rowProblem(table, row, {
      code: 'V05',
      column: 'hired',
      problem: `${person} was hired on ${isoFromDay(hired)}, after the index date ${isoFromDay(index)}.`,
      cure: 'Correct one of the two dates.',
    }),
  seenEarlier: (table: Table, row: number, person: string, lastSeen: number, index: number): Problem =>
    rowProblem(table, row, {
      code: 'V09',
      column: 'last_seen',
      problem: `${person}: last_seen ${isoFromDay(lastSeen)} lies before the index date ${isoFromDay(index)}.`,
      cure: '`last_seen` is the last day on which the data are complete; correct it, or the index date.',
    }),
  afterLeaving: (
    table: Table,
    row: number,
    person: string,
    kind: string,
    day: number,
    left: number,
  ): Problem =>
    rowProblem(table, row, {
      code: 'V07',
      column: 'date',
      problem:
        `${person} has ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind === 'exit' ? 'second exit' : kind} on ${isoFromDay(day)} after leaving on ${isoFromDay(left)}.`.replace(
          'an second',
          'a second',
        ),
      cure: 'Correct the date, or add the hire that began the second spell.',
    }),
  afterLastSeen: (
    table: Table,
    row: number,
    person: string,
    kind: string,
    day: number,
    seen: number,
  ): Problem =>
    rowProblem(table, row, {
      code: 'V08',
      column: 'date',
      problem: `${person} has the event ${kind} on ${isoFromDay(day)}, after last_seen ${isoFromDay(seen)}.`,
      cure: `${person}: \`last_seen\` must be the last day on which the data are complete.`,
    }),
  scoreTwice: (
    table: Table,
    first: number,
    row: number,
    person: string,
    scale: string,
    wave: string,
  ): Problem =>
    rowProblem(table, row, {
      code: 'score-twice',
      column: 'score',
      problem: `${person} has two different scores on ${scale} at ${wave} (lines ${table.lines[first]!}, ${table.lines[row]!}).`,
      cure: 'Keep one.',
    }),
  damaged: (table: Table, row: number, column: string, value: string, options: readonly string[]): Problem =>
    rowProblem(table, row, {
      code: 'damaged',
      column,
      problem: `${table.file} line ${table.lines[row]!}: \`${shortened(value)}\` in \`${column}\` looks like an option that a spreadsheet turned into a date (the others are ${listed(options)}).`,
      cure: 'Write the option as it was, and format the column as text before saving.',
    }),
};
