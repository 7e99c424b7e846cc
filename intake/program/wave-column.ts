import { columnOf, columnOrEmpty } from '../table.ts';
import { WAVE, WAVE_FORM, WAVE_WORDS } from '../wave.ts';
import { cellMessages } from './cell-messages.ts';
import type { Column } from './column.ts';

/** A column of waves, whatever their case. */
export function wave(about: string): Column<readonly string[]> {
  return {
    need: 'every-cell',
    about,
    form: WAVE_FORM,
    as: 'text',
    read({ table, heading, told }) {
      return columnOrEmpty(table, heading).map((cell, row) => {
        const word = cell.toLowerCase();
        if (!WAVE.test(word) && columnOf(table, heading))
          told.problems.push(cellMessages.word({ table, row, column: heading }, cell, WAVE_WORDS, false));
        return word;
      });
    },
  };
}
