import { rowProblem, listed } from '../messages.ts';
import type { Problem } from '../problem.ts';
import { shortened } from '../shortened.ts';
import type { Table } from '../table.ts';

function counted(file: string, column: string, code: string, problem: string, cure: string): Problem {
  return { file, line: null, column, value: null, code, problem, cure, severity: 'warning' };
}

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

/** What two tables of a program say against each other: the one place with their words. */
export const acrossMessages = {
  unknownPair: (
    table: Table,
    row: number,
    pair: string,
    pairsFile: string,
    alike: string | undefined,
  ): Problem =>
    rowProblem(table, row, {
      code: 'pair-unknown',
      column: 'pair',
      problem: `${table.file} line ${table.lines[row]!}: the pair \`${shortened(pair)}\` is not in ${pairsFile}.`,
      cure:
        alike === undefined
          ? `Add the pair to ${pairsFile}, also when it has ended, or correct its key.`
          : `Write \`${shortened(alike)}\`, if that pair is meant; else add the pair to ${pairsFile}.`,
    }),
  noPairsFile: (files: readonly string[]): Problem =>
    counted(
      files[0]!,
      'pair',
      'pairs-missing',
      `${listed(files)} ${files.length === 1 ? 'speaks' : 'speak'} of pairs, and there is no pairs file: pairs of which nothing is told are not known.`,
      'Add pairs.csv with a row for every pair ever made.',
    ),
  notInPeople: (table: Table, n: number): Problem =>
    counted(
      table.file,
      'person',
      'V15',
      `${table.file} names ${people(n)} who ${n === 1 ? 'is' : 'are'} not in the people file.`,
      'They are counted as people of the program; add them to the people file where facts about them matter.',
    ),
  mentorsTaken: (table: Table, pairsFile: string, n: number): Problem =>
    counted(
      table.file,
      'mentor',
      'mentors',
      `${table.file} has no column \`mentor\`; the mentors of ${people(n)} are taken from ${pairsFile}.`,
      'Nothing to do; a column `mentor` in the people file would go first.',
    ),
  otherMentors: (table: Table, pairsFile: string, n: number): Problem =>
    counted(
      table.file,
      'mentor',
      'mentors',
      `${people(n)} ${n === 1 ? 'has' : 'have'} other mentors in ${table.file} than in ${pairsFile}; those of ${table.file} are used.`,
      'Write the same mentors in both files, or leave the column `mentor` out of the people file.',
    ),
  aboutNobody: (table: Table, rows: number, n: number): Problem =>
    counted(
      table.file,
      'about',
      'V15',
      `${rows} ${rows === 1 ? 'row' : 'rows'} of ${table.file} ${rows === 1 ? 'is' : 'are'} about ${people(n)} who ${n === 1 ? 'is' : 'are'} on file nowhere.`,
      'Correct the keys in `about`, or add the people.',
    ),
  beforeMade: (table: Table, n: number): Problem =>
    counted(
      table.file,
      'day',
      'order',
      `${n} ${n === 1 ? 'meeting lies' : 'meetings lie'} before the day on which the pair was made.`,
      'Correct `made` in the pairs file, or the days of the meetings.',
    ),
  areaNotNamed: (table: Table, n: number, areas: readonly string[]): Problem =>
    counted(
      table.file,
      'area',
      'area',
      `${n} ${n === 1 ? 'goal serves a growth area' : 'goals serve growth areas'} that nobody of the pair named: ${listed(areas)}.`,
      'Write an area in the same way in both files, or add it to the areas file.',
    ),
};
