import { pairKey, text } from './key-columns.ts';
import { defineTable } from './program-table.ts';
import { side } from './word-columns.ts';

/** areas.csv */
export const areas = defineTable({
  name: 'areas',
  about: 'A growth area that one side of a pair named.',
  columns: {
    pair: pairKey('Whose.'),
    side: side('Who named it.'),
    area: text({ about: 'The growth area, as in `area` of the goals file.' }),
  },
  key: ['pair', 'side', 'area'],
  twice: 'counts-once',
});
