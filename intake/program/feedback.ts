import { pairKey } from './key-columns.ts';
import { count } from './number-columns.ts';
import { defineTable } from './program-table.ts';

/** feedback.csv */
export const feedback = defineTable({
  name: 'feedback',
  about: 'How often the two of a pair gave each other feedback; never what it said.',
  columns: {
    pair: pairKey('Whose.'),
    fromMentor: count({ about: 'How often the mentor gave feedback.' }),
    fromMentee: count({ about: 'How often the mentee gave feedback.' }),
  },
  key: ['pair'],
  twice: 'problem',
});
