import { day } from './day-columns.ts';
import { pairKey } from './key-columns.ts';
import { defineTable } from './program-table.ts';

/** actions.csv */
export const actions = defineTable({
  name: 'actions',
  about: 'Something that a pair resolved to do in a review; two rows may be alike.',
  columns: {
    pair: pairKey('Whose.'),
    due: day('The day until which it was due.', 'every-cell'),
    closed: day('The day on which it was done; empty while it is not.'),
  },
  key: [],
  twice: 'problem',
});
