import { day } from './day-columns.ts';
import { pairKey } from './key-columns.ts';
import { count } from './number-columns.ts';
import { defineTable } from './program-table.ts';
import { yesNo } from './word-columns.ts';

const NOT_KNOWN = 2;
const channel = (whose: string) =>
  yesNo(
    `Whether the other answered within the agreed time, says the ${whose}; empty when not said.`,
    NOT_KNOWN,
    'nothing',
  );

/** reviews.csv */
export const reviews = defineTable({
  name: 'reviews',
  about: 'A review of a pair, due after every so many confirmed meetings.',
  columns: {
    pair: pairKey('Whose.'),
    number: count({ about: 'The first review of a pair is 1.', least: 1 }),
    due: day('The day of the confirmed meeting that made it due; 21 days to hold it run from then.'),
    done: day('The day on which it was done; empty while it is not.'),
    channelMentor: channel('mentor'),
    channelMentee: channel('mentee'),
  },
  key: ['pair', 'number'],
  twice: 'problem',
});
