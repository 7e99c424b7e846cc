import { isoFromDay } from '#evaluation/study/day.ts';
import { listed, rowProblem } from '../messages.ts';
import type { Problem } from '../problem.ts';
import { shortened } from '../shortened.ts';
import { type Table, columnOrEmpty } from '../table.ts';

function problemOf(
  table: Table,
  row: number,
  column: string,
  code: string,
  problem: string,
  cure: string,
): Problem {
  return rowProblem(table, row, {
    code,
    column,
    problem: `${table.file} line ${table.lines[row]!}: ${problem}`,
    cure,
  });
}

function counted(table: Table, column: string, code: string, problem: string, cure: string): Problem {
  return { file: table.file, line: null, column, value: null, code, problem, cure, severity: 'warning' };
}

const rows = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);

/** Problems of the rows of one table of the program: the one place with their words. */
export const tableMessages = {
  twice: (table: Table, first: number, row: number, key: readonly string[], cure = 'Keep one.'): Problem => {
    const what = key.flatMap((heading) => {
      const cell = columnOrEmpty(table, heading)[row]!;
      return cell === '' ? [] : [`${heading} \`${shortened(cell)}\``];
    });
    return rowProblem(table, row, {
      code: 'row-twice',
      column: key[0]!,
      problem: `${table.file}: ${what.join(', ')} stands twice (lines ${table.lines[first]!}, ${table.lines[row]!}).`,
      cure,
    });
  },
  unused: (table: Table, headings: readonly string[]): Problem =>
    counted(
      table,
      headings[0]!,
      'unused-column',
      `${headings.length === 1 ? 'The column' : 'The columns'} ${listed(headings)} of ${table.file} ${headings.length === 1 ? 'is' : 'are'} not read.`,
      'Nothing to do; better not to export what is not needed.',
    ),
  misspelt: (table: Table, heading: string, meant: string): Problem =>
    counted(
      table,
      heading,
      'unused-column',
      `The column \`${heading}\` of ${table.file} is not read; \`${meant}\` would be.`,
      `Rename it \`${meant}\`, if that is meant.`,
    ),
  earlier: (table: Table, row: number, column: string, day: number, than: string, other: number): Problem =>
    problemOf(
      table,
      row,
      column,
      'order',
      `\`${column}\` ${isoFromDay(day)} lies before \`${than}\` ${isoFromDay(other)}.`,
      'Correct one of the two days.',
    ),
  endedHow: (table: Table, row: number): Problem =>
    problemOf(
      table,
      row,
      'end_kind',
      'end-kind',
      'it says how it ended, and not on which day.',
      'Give the day of the end too, or leave `end_kind` empty while it goes on.',
    ),
  samePerson: (table: Table, row: number): Problem =>
    problemOf(
      table,
      row,
      'mentee',
      'same-person',
      'mentor and mentee are the same person.',
      'Correct one of the two keys.',
    ),
  pauseOutside: (table: Table, row: number, from: number, to: number, why: string): Problem =>
    problemOf(
      table,
      row,
      'paused',
      'interval',
      `the pause ${isoFromDay(from)}/${isoFromDay(to)} ${why}.`,
      'Correct the pause, or the days of the pair.',
    ),
  notMade: (table: Table, n: number): Problem =>
    counted(
      table,
      'made',
      'not-made',
      `${n} ${n === 1 ? 'pair has' : 'pairs have'} no day in \`made\`; ${n === 1 ? 'it stays' : 'they stay'} in every denominator.`,
      'Give the day on which the pair was made, if it is known.',
    ),
  reportedByNobody: (table: Table, n: number): Problem =>
    counted(
      table,
      'reported_by',
      'reported-by-nobody',
      `${n} held ${n === 1 ? 'meeting was' : 'meetings were'} reported by nobody and ${n === 1 ? 'counts' : 'count'} for nothing.`,
      'Say who reported it: mentor, mentee, or mentor;mentee.',
    ),
  renegotiatedWhen: (table: Table, n: number): Problem =>
    counted(
      table,
      'renegotiated_on',
      'renegotiated-on',
      `${n} ${n === 1 ? 'promise was' : 'promises were'} renegotiated on no day that is given; ${n === 1 ? 'it does' : 'they do'} not count as renegotiated in time.`,
      'Give the day on which both agreed.',
    ),
  nothingToReach: (table: Table, row: number, at: number): Problem =>
    problemOf(
      table,
      row,
      'target',
      'target',
      `the goal starts at ${at} and aims at ${at}: there is nothing to reach.`,
      `If it shall stay there, say "keep at ${at}" in \`goal\` and leave \`baseline\` and \`target\` empty; else correct one of the two.`,
    ),
  progressBefore: (table: Table, row: number, day: number, start: number): Problem =>
    problemOf(
      table,
      row,
      'progress',
      'progress',
      `progress on ${isoFromDay(day)} lies before the goal's start on ${isoFromDay(start)}.`,
      'Correct one of the two days; what was there before belongs in `baseline`.',
    ),
  moreThan: (table: Table, row: number, column: string, value: number, than: string, most: number): Problem =>
    problemOf(
      table,
      row,
      column,
      'more-than-all',
      `\`${column}\` ${value} is more than \`${than}\` ${most}.`,
      'Correct one of the two numbers.',
    ),
  sameLines: (table: Table, n: number): Problem =>
    counted(
      table,
      'line',
      'row-twice',
      `${rows(n)} of ${table.file} ${n === 1 ? 'stands' : 'stand'} there before, word for word, and ${n === 1 ? 'is' : 'are'} counted again.`,
      'Delete what was entered twice by mistake.',
    ),
  versions: (table: Table, what: string, versions: readonly string[]): Problem =>
    counted(
      table,
      'version',
      'F9',
      `\`${shortened(what)}\` was asked in several versions: ${listed(versions)}.`,
      'Another version is another instrument: figures from different versions are never compared.',
    ),
  versionOfNothing: (table: Table, row: number): Problem =>
    problemOf(
      table,
      row,
      'version',
      'version',
      'it names a version, and no instrument.',
      'Name the instrument too, or leave `version` empty.',
    ),
};
