import { MISSING_DAY } from '#evaluation/study/day.ts';
import { PROMISE_VIEWS } from '#evaluation/study/program-rows.ts';
import { columnOrEmpty } from '../table.ts';
import { day } from './day-columns.ts';
import { pairKey, text } from './key-columns.ts';
import { defineTable } from './program-table.ts';
import { tableMessages } from './table-messages.ts';
import { positions, words } from './word-columns.ts';

const view = (whose: string) =>
  words({
    about: `How the ${whose} saw it; empty when the ${whose} did not say.`,
    codes: positions(PROMISE_VIEWS),
    named: PROMISE_VIEWS.slice(1),
    empty: 0,
  });

/** promises.csv */
export const promises = defineTable({
  name: 'promises',
  about: 'An occasion on which a promise of the agreement was due.',
  columns: {
    pair: pairKey('Whose.'),
    kind: text({ about: 'Which promise, in a word: the same word for the same promise.' }),
    due: day('The day on which it was due.', 'every-cell'),
    viewMentor: view('mentor'),
    viewMentee: view('mentee'),
    renegotiatedOn: day(
      'The day on which both agreed on something else; in time when it lies before `due`.',
      'nothing',
    ),
  },
  key: ['pair', 'kind', 'due'],
  twice: 'counts-once',
  check({ table, rows, told }) {
    const given = columnOrEmpty(table, 'renegotiated_on');
    let n = 0;
    for (let row = 0; row < rows.count; row++)
      if (
        rows.viewMentor[row] === RENEGOTIATED &&
        rows.viewMentee[row] === RENEGOTIATED &&
        rows.renegotiatedOn[row] === MISSING_DAY &&
        given[row] === ''
      )
        n++;
    if (n > 0) told.problems.push(tableMessages.renegotiatedWhen(table, n));
  },
});

const RENEGOTIATED = PROMISE_VIEWS.indexOf('renegotiated');
