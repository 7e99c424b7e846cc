import { columnOrEmpty } from '../table.ts';
import { isRoundedKey } from '../rounded-key.ts';
import { cellMessages } from './cell-messages.ts';
import type { Column, ColumnTask, Need } from './column.ts';

interface TextWords {
  readonly about: string;
  readonly need?: Need;
  /** What to do about an empty cell. */
  readonly cure?: string;
  readonly form?: string;
}

/** A column of texts as they are given. */
export function text({
  about,
  need = 'every-cell',
  cure,
  form = 'text',
}: TextWords): Column<readonly string[]> {
  return {
    need,
    about,
    form,
    as: 'text',
    read(task) {
      const cells = columnOrEmpty(task.table, task.heading);
      if (need === 'every-cell') tellEmpty(task, cells, cure ?? 'Fill the cell, or delete the row.');
      return cells;
    },
  };
}

/** A column of keys of people; an erased person keeps a row under a key of no meaning. */
export function personKey(about: string, need: Need = 'every-cell'): Column<readonly string[]> {
  return keys(
    {
      about,
      need,
      form: 'key of a person',
      cure: 'Give the key of the person; somebody who was erased keeps the row under a key such as `erased-1`.',
    },
    'person',
  );
}

/** A column of keys of pairs. */
export function pairKey(about: string): Column<readonly string[]> {
  return keys(
    { about, form: 'key of a pair', cure: 'Give the key of the pair, as in the pairs file.' },
    'pair',
  );
}

function keys(words: TextWords, refers: 'person' | 'pair'): Column<readonly string[]> {
  const column = text(words);
  return {
    ...column,
    refers,
    read(task) {
      const cells = column.read(task);
      const { table, heading, told } = task;
      for (const [row, cell] of cells.entries())
        if (isRoundedKey(cell)) told.problems.push(cellMessages.roundedKey({ table, row, column: heading }));
      return cells;
    },
  };
}

function tellEmpty({ table, heading, told }: ColumnTask, cells: readonly string[], cure: string): void {
  if (!table.headings.includes(heading)) return;
  for (const [row, cell] of cells.entries())
    if (cell === '') told.problems.push(cellMessages.empty({ table, row, column: heading }, cure));
}
