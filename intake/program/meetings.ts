import { MEETING_STATES } from '#evaluation/study/program-rows.ts';
import { day } from './day-columns.ts';
import { pairKey } from './key-columns.ts';
import { defineTable } from './program-table.ts';
import { tableMessages } from './table-messages.ts';
import { positions, sides, words } from './word-columns.ts';

const STATES = positions(MEETING_STATES).set('canceled', MEETING_STATES.indexOf('cancelled'));

/** meetings.csv */
export const meetings = defineTable({
  name: 'meetings',
  about: 'A meeting of a pair that was planned: held, moved to another day, or cancelled.',
  columns: {
    pair: pairKey('Whose.'),
    day: day('The day for which it was planned, or on which it was held.', 'every-cell'),
    state: words({ about: 'What became of it.', codes: STATES, named: MEETING_STATES }),
    reportedBy: sides('Who told of it; held and told by both is confirmed.', 'may-be-empty'),
  },
  key: ['pair', 'day', 'state'],
  twice: 'counts-once',
  cure: 'Keep one; a meeting that both reported is one row with `mentor;mentee`.',
  when: 'day',
  check({ table, rows, told }) {
    let n = 0;
    for (let row = 0; row < rows.count; row++)
      if (rows.state[row] === HELD && table.columns[table.headings.indexOf('reported_by')]![row] === '') n++;
    if (n > 0) told.problems.push(tableMessages.reportedByNobody(table, n));
  },
});

const HELD = MEETING_STATES.indexOf('held');
