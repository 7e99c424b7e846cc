import { MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import { parsedDay, serialDay } from '../parse-day.ts';
import { dayColumn } from '../read-day.ts';
import { type Table, columnOf, columnOrEmpty } from '../table.ts';
import { cellMessages } from './cell-messages.ts';
import type { Column, Need } from './column.ts';

/** A column of days; empty cells are `MISSING_DAY`. */
export function day(about: string, need: Need = 'column'): Column<Int32Array> {
  return {
    need,
    about,
    form: 'day, YYYY-MM-DD',
    as: 'date',
    read({ table, heading, told, settings }) {
      const { days, unread } = dayColumn(table, heading, told, settings.dates);
      if (need === 'every-cell' && columnOf(table, heading))
        for (let row = 0; row < days.length; row++)
          if (days[row] === MISSING_DAY && unread[row] === 0)
            told.problems.push(
              cellMessages.empty(
                { table, row, column: heading },
                'Write the day as YYYY-MM-DD, or delete the row.',
              ),
            );
      return days;
    },
  };
}

/** A column of months as `YYYY-MM`; what a spreadsheet made of one, its first day, is the month again. */
export function month(about: string): Column<readonly string[]> {
  return {
    need: 'every-cell',
    about,
    form: 'month, YYYY-MM',
    as: 'text',
    read({ table, heading, told }) {
      return columnOrEmpty(table, heading).map((cell, row) => {
        const found = monthOf(cell, table);
        if (found === undefined && columnOf(table, heading))
          told.problems.push(cellMessages.notMonth({ table, row, column: heading }, cell));
        return found ?? '';
      });
    },
  };
}

function monthOf(cell: string, table: Table): string | undefined {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(cell)) return cell;
  const isSerial = table.dateSystem !== undefined && /^\d{5}$/.test(cell);
  const parsed = isSerial ? serialDay(Number(cell), table.dateSystem!) : parsedDay(cell, 'day-first');
  if (!('day' in parsed) || (!isSerial && !/^\d{4}-/.test(cell))) return undefined;
  const iso = isoFromDay(parsed.day);
  return iso.endsWith('-01') ? iso.slice(0, -3) : undefined;
}

/** A column of currencies, three letters. */
export function currency(about: string): Column<readonly string[]> {
  return {
    need: 'every-cell',
    about,
    form: 'three letters, ISO 4217',
    as: 'text',
    read({ table, heading, told }) {
      return columnOrEmpty(table, heading).map((cell, row) => {
        const code = cell.toUpperCase();
        if (!/^[A-Z]{3}$/.test(code) && columnOf(table, heading))
          told.problems.push(cellMessages.notCurrency({ table, row, column: heading }, cell));
        return code;
      });
    },
  };
}
