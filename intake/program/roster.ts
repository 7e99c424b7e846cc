import { count } from './number-columns.ts';
import { defineTable } from './program-table.ts';
import { tableMessages } from './table-messages.ts';
import { wave } from './wave-column.ts';
import { role } from './word-columns.ts';

/** roster.csv */
export const roster = defineTable({
  name: 'roster',
  about: 'How many people of a role were asked in a wave, and how many answered.',
  columns: {
    wave: wave('Which wave.'),
    role: role('Of whom.'),
    asked: count({ about: 'Everybody on file when the wave opened; people asked again are no new people.' }),
    answered: count({ about: 'How many of them answered.' }),
  },
  key: ['wave', 'role'],
  twice: 'problem',
  check({ table, rows, told }) {
    for (let row = 0; row < rows.count; row++)
      if (rows.answered[row]! > rows.asked[row]!)
        told.problems.push(
          tableMessages.moreThan(table, row, 'answered', rows.answered[row]!, 'asked', rows.asked[row]!),
        );
  },
});
