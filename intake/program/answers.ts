import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import { instrumentOf } from '#evaluation/instruments/score-answers.ts';
import type { AnswerRows } from '#evaluation/study/program-rows.ts';
import type { Traced } from '../event-rows.ts';
import { day } from './day-columns.ts';
import { personKey, text } from './key-columns.ts';
import { defineTable } from './program-table.ts';
import { someRowsOf } from '#evaluation/study/some-rows-of.ts';
import { tellVersions } from './versions.ts';
import { wave } from './wave-column.ts';

/** answers.csv */
export const answers = defineTable({
  name: 'answers',
  about:
    'An answer as it was given to one item of an instrument, in a named round; a form after each meeting is answered once a day. Sealed rounds have no such file.',
  columns: {
    person: personKey('Who answered.'),
    about: personKey('About whom; empty for oneself.', 'nothing'),
    instrument: text({ about: 'The instrument.' }),
    version: text({ about: 'Its version; another version is another instrument.', need: 'column' }),
    wave: wave('Which wave.'),
    day: { ...day('The day of the answer.', 'every-cell'), headings: ['date'] },
    item: text({ about: 'The item.' }),
    answer: text({
      about:
        'The answer, its code or its words, several with `;`; empty when the item was put and not answered.',
      need: 'column',
    }),
    language: text({ about: 'In which language it was answered.', need: 'nothing' }),
  },
  key: ['person', 'about', 'instrument', 'version', 'wave', 'item'],
  occasion: daysOfMeetings,
  twice: 'counts-once',
  cure: 'Keep one; several answers to one item stand in one cell with a semicolon between.',
  when: 'day',
  check: ({ table, rows, told }) => tellVersions(table, rows, told),
  finish: oneOptionPerRow,
});

/** Forms that are asked once a wave are answered once; one that is asked after each meeting, or that nobody knows here, may be answered on every day. */
function daysOfMeetings({ instrument, version, day }: AnswerRows): ArrayLike<number> {
  const perWave = new Map<string, boolean>();
  return Int32Array.from(day, (on, row) => {
    const named = `${instrument[row]!}\u0000${version[row]!}`;
    let once = perWave.get(named);
    if (once === undefined) {
      once = instrumentOf(INSTRUMENTS, instrument[row]!, version[row]!)?.per === 'wave';
      perWave.set(named, once);
    }
    return once ? 0 : on;
  });
}

/** Several answers to one item become a row each, equal but for the answer. */
function oneOptionPerRow({ rows, from }: Traced<AnswerRows>): Traced<AnswerRows> {
  if (!rows.answer.some((answer) => answer.includes(';'))) return { rows, from };
  const at: number[] = [];
  const answer: string[] = [];
  for (const [row, cell] of rows.answer.entries()) {
    const options = new Set(cell.split(';').map((option) => option.trim()));
    options.delete('');
    for (const option of options.size === 0 ? [''] : options) {
      at.push(row);
      answer.push(option);
    }
  }
  return { rows: { ...someRowsOf(rows, at), answer }, from: Int32Array.from(at, (row) => from[row]!) };
}
