import { END_KINDS } from '#evaluation/study/program-rows.ts';
import { day } from './day-columns.ts';
import { tellEarlier, tellEndedHow } from './day-order.ts';
import { personKey } from './key-columns.ts';
import { defineTable } from './program-table.ts';
import { positions, role, words } from './word-columns.ts';

/** enrolments.csv */
export const enrolments = defineTable({
  name: 'enrolments',
  about: "A person's part in the program, as mentor or mentee; who was erased keeps the row.",
  columns: {
    person: personKey('Who.'),
    role: role('As what.'),
    from: day('The day on which the place was given.', 'every-cell'),
    plannedTo: day('The planned last day.'),
    to: day('The last day; empty while it goes on.'),
    endKind: words({
      about: 'How it ended; empty while it goes on or when nobody said.',
      codes: positions(END_KINDS, 1),
      empty: 0,
    }),
  },
  key: ['person', 'role', 'from'],
  twice: 'problem',
  check({ table, rows, told }) {
    tellEarlier(table, told, ['planned_to', rows.plannedTo], ['from', rows.from]);
    tellEarlier(table, told, ['to', rows.to], ['from', rows.from]);
    tellEndedHow(table, told, rows.endKind, rows.to);
  },
});
