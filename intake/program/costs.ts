import { copiesOf } from './copies-of.ts';
import { currency } from './day-columns.ts';
import { text } from './key-columns.ts';
import { amount } from './number-columns.ts';
import { defineTable } from './program-table.ts';
import { tableMessages } from './table-messages.ts';
import { yesNo } from './word-columns.ts';

const NOT_SAID = 2;

/** costs.csv */
export const costs = defineTable({
  name: 'costs',
  about: 'A line of the cost of the program.',
  columns: {
    line: text({ about: 'What was paid for.' }),
    kind: text({ about: 'Kind of cost, in a word.' }),
    amount: amount({ about: 'The amount, without its currency.' }),
    currency: currency('The currency; all lines in the same one.'),
    booked: yesNo('Whether it is in the books; no: estimated.', NOT_SAID, 'nothing'),
  },
  key: [],
  twice: 'problem',
  check({ table, rows, told }) {
    const again = copiesOf(table, rows, ['line', 'kind', 'amount']).filter(({ same }) => same).length;
    if (again > 0) told.problems.push(tableMessages.sameLines(table, again));
  },
});
