import { pairKey } from './key-columns.ts';
import { count } from './number-columns.ts';
import { defineTable } from './program-table.ts';
import { tableMessages } from './table-messages.ts';

const NOT_ANSWERED = -1;

/** understanding.csv */
export const understanding = defineTable({
  name: 'understanding',
  about: 'How alike the two of a pair understand their agreement.',
  columns: {
    pair: pairKey('Whose.'),
    items: count({ about: 'How many items the agreement has.', least: 1 }),
    same: count({
      about: 'On how many both chose the same; empty when the two have not answered.',
      need: 'column',
      empty: NOT_ANSWERED,
    }),
  },
  key: ['pair'],
  twice: 'problem',
  check({ table, rows, told }) {
    for (let row = 0; row < rows.count; row++)
      if (rows.same[row]! > rows.items[row]! && rows.items[row]! > 0)
        told.problems.push(
          tableMessages.moreThan(table, row, 'same', rows.same[row]!, 'items', rows.items[row]!),
        );
  },
});
