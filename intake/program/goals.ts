import { MISSING_DAY } from '#evaluation/study/day.ts';
import { GOAL_STATES, type GoalRows, SMART_ANSWERS, SMART_PARTS } from '#evaluation/study/program-rows.ts';
import type { Column } from './column.ts';
import { day } from './day-columns.ts';
import { tellEarlier } from './day-order.ts';
import { pairKey, text } from './key-columns.ts';
import { amount } from './number-columns.ts';
import { type TableCheck, defineTable } from './program-table.ts';
import { progress } from './progress.ts';
import { tableMessages } from './table-messages.ts';
import { YES_NO, positions, sides, words } from './word-columns.ts';

/** goals.csv */
export const goals = defineTable({
  name: 'goals',
  about: 'A goal of a pair; dropped ones keep their row.',
  columns: {
    pair: pairKey('Whose.'),
    goal: text({ about: 'Its key within the pair; better not its words.' }),
    owner: sides('Whose goal it is.'),
    mutual: sides('Who confirmed it and tied it to an own aspiration; both make it mutual.', 'may-be-empty'),
    area: text({ about: 'The growth area that it serves; empty for none.', need: 'column' }),
    smart: smart(),
    baseline: amount({
      about: 'Where it stood at the start; empty for a goal that counts occasions.',
      need: 'column',
    }),
    target: amount({ about: 'Where it shall stand, or how many occasions there shall be.', need: 'column' }),
    unit: text({ about: 'In what it is counted.', need: 'nothing' }),
    start: day('The first day.'),
    due: day('The last day.'),
    progress: progress('What was done: a day per occasion, or a day and where it stood.'),
    state: words({ about: 'What became of it.', codes: positions(GOAL_STATES) }),
  },
  key: ['pair', 'goal'],
  twice: 'problem',
  check(check) {
    const { table, rows, told } = check;
    tellEarlier(table, told, ['due', rows.due], ['start', rows.start]);
    for (let row = 0; row < rows.count; row++)
      if (rows.baseline[row] === rows.target[row])
        told.problems.push(tableMessages.nothingToReach(table, row, rows.target[row]!));
    tellProgressBefore(check);
  },
});

/** The five checks of a goal, a column each. */
function smart(): Column<readonly Uint8Array[]> {
  const one = words({
    about: 'Whether the goal is so; `overruled` when the pair kept it against the check; empty is no.',
    codes: new Map([...YES_NO, ...positions(SMART_ANSWERS)]),
    named: ['yes', 'no', 'overruled'],
    empty: 0,
  });
  return {
    ...one,
    headings: SMART_PARTS,
    read: (task) => SMART_PARTS.map((heading) => one.read({ ...task, heading })),
  };
}

function tellProgressBefore({ table, rows, told }: TableCheck<GoalRows>): void {
  for (const [row, steps] of rows.progress.entries()) {
    const first = steps[0];
    if (first && rows.start[row] !== MISSING_DAY && first.day < rows.start[row]!)
      told.problems.push(tableMessages.progressBefore(table, row, first.day, rows.start[row]!));
  }
}
