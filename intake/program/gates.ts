import { day } from './day-columns.ts';
import { personKey, text } from './key-columns.ts';
import { defineTable } from './program-table.ts';

/** gates.csv */
export const gates = defineTable({
  name: 'gates',
  about: 'An ethics gate of a person: acknowledgement, consent, closing talk, retention.',
  columns: {
    person: personKey('Whose.'),
    gate: text({ about: 'Which gate, in a word.' }),
    due: day('The day until which it was due.', 'every-cell'),
    done: day('The day on which it was passed; empty while it is not.'),
  },
  key: ['person', 'gate', 'due'],
  twice: 'problem',
});
