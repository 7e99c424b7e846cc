import type { Words } from '#server/text/words.ts';
import type { View } from './view.ts';

/** The pages that this reader can open. */
const OPENED = [
  ...['plan', 'outcomes', 'report', 'import', 'costs', 'record'].map((name) => `/p/:program/${name}`),
  '/programs',
  '/settings',
  '/account',
];

/** A view of a made-up reader, for the specimen and for tests of components. */
export function specimenView(words: Words, more: Partial<View> = {}): View {
  return {
    words,
    path: '/p/one/plan',
    query: {},
    csrf: 'specimen',
    today: '2026-11-25',
    reader: {
      person: 'priya',
      name: 'Priya Nair',
      organisation: {
        id: 'fernhill',
        name: 'Fernhill Group',
        timeZone: 'Europe/Berlin',
        language: 'en',
        currency: 'EUR',
      },
      grants: [
        { role: 'program-manager', program: null },
        { role: 'admin', program: null },
      ],
      programs: [
        { id: 'one', name: 'Compass 2027' },
        { id: 'two', name: 'Lantern pilot' },
      ],
    },
    program: { id: 'one', name: 'Compass 2027' },
    wrong: null,
    opens: (path) => OPENED.includes(path),
    ...more,
  };
}
