import { month } from './day-columns.ts';
import { amount } from './number-columns.ts';
import { defineTable } from './program-table.ts';
import { role } from './word-columns.ts';

/** asked.csv */
export const asked = defineTable({
  name: 'asked',
  about:
    'Minutes that forms sent to one person of a role were estimated to take; several rows of a month add up.',
  columns: {
    role: role('Of whom.'),
    month: month('When they were sent.'),
    minutes: amount({ about: 'Estimated minutes, answered or not.', least: 0 }),
  },
  key: [],
  twice: 'problem',
});
