import { MISSING_DAY } from '#evaluation/study/day.ts';
import { END_KINDS, type PairRows } from '#evaluation/study/program-rows.ts';
import { lookAlikes } from '../look-alike.ts';
import { messages } from '../messages.ts';
import { columnOrEmpty } from '../table.ts';
import { day } from './day-columns.ts';
import { tellEarlier, tellEndedHow } from './day-order.ts';
import { intervals } from './intervals.ts';
import { pairKey, personKey, text } from './key-columns.ts';
import { count } from './number-columns.ts';
import { type TableCheck, defineTable } from './program-table.ts';
import { tableMessages } from './table-messages.ts';
import { positions, words } from './word-columns.ts';

/** pairs.csv */
export const pairs = defineTable({
  name: 'pairs',
  about:
    'A pair, one row for every pair ever made: closing a pair, or erasing one of its people, takes no row away.',
  columns: {
    pair: pairKey('Its own key.'),
    mentor: personKey('The mentor.'),
    mentee: personKey('The mentee; a group is several pairs with one mentor.'),
    made: day('The day on which the pair was made.'),
    plannedEnd: day('The agreed last day.'),
    ended: day('The last day; empty while it goes on.'),
    endKind: words({
      about: 'How it ended: `completed` only if both say so.',
      codes: positions(END_KINDS, 1),
      empty: 0,
    }),
    rhythmDays: count({
      about: 'Agreed days between meetings; empty when none was agreed.',
      need: 'column',
      least: 1,
    }),
    paused: intervals('Agreed pauses, first and last day.'),
    cohort: text({ about: 'People who start together, as in the people file.', need: 'nothing' }),
  },
  key: ['pair'],
  twice: 'problem',
  check(check) {
    const { table, rows, told } = check;
    tellEarlier(table, told, ['planned_end', rows.plannedEnd], ['made', rows.made]);
    tellEarlier(table, told, ['ended', rows.ended], ['made', rows.made]);
    tellEndedHow(table, told, rows.endKind, rows.ended);
    for (const [row, mentor] of rows.mentor.entries())
      if (mentor !== '' && mentor === rows.mentee[row])
        told.problems.push(tableMessages.samePerson(table, row));
    tellPauses(check);
    const made = columnOrEmpty(table, 'made');
    const notMade = made.filter((cell) => cell === '').length;
    if (notMade > 0) told.problems.push(tableMessages.notMade(table, notMade));
    const alike = lookAlikes(rows.pair);
    if (alike.length > 0) told.problems.push(messages.lookAlike(table, 'pair', alike));
  },
});

/** Pauses outside the time of their pair. */
function tellPauses({ table, rows, told }: TableCheck<PairRows>): void {
  for (const [row, pauses] of rows.paused.entries()) {
    const made = rows.made[row]!;
    const last = rows.ended[row] === MISSING_DAY ? rows.plannedEnd[row]! : rows.ended[row]!;
    for (const [from, to] of pauses) {
      const why =
        made !== MISSING_DAY && from < made
          ? 'begins before the pair was made'
          : last !== MISSING_DAY && to > last
            ? 'goes on after the pair has ended'
            : undefined;
      if (why !== undefined) told.problems.push(tableMessages.pauseOutside(table, row, from, to, why));
    }
  }
}
