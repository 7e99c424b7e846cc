import { MISSING_DAY, dayFromParts } from '#evaluation/study/day.ts';
import { messages } from './messages.ts';
import { type DateOrder, type ParsedDay, parsedDay, serialDay } from './parse-day.ts';
import type { Told } from './problem.ts';
import { EMPTY_WORDS, tellEmptyWords } from './read-number.ts';
import { rowMessages } from './row-messages.ts';
import { type Table, columnOf } from './table.ts';

export type { DateOrder } from './parse-day.ts';

/** Rows whose cell is given but is no date hold this, so that they are told once and not as "no date". */
export interface DayColumn {
  readonly days: Int32Array;
  /** 1 where a cell was given and no day could be read. */
  readonly unread: Uint8Array;
}

/** Days of a column: empty cells are missing, cells that are no date become problems, the guessed order is told. */
export function dayColumn(table: Table, heading: string, told: Told, named?: DateOrder): DayColumn {
  const n = table.lines.length;
  const days = new Int32Array(n).fill(MISSING_DAY);
  const unread = new Uint8Array(n);
  const cells = columnOf(table, heading);
  if (!cells) return { days, unread };
  const order = named ?? guessedOrder(table, heading, cells, told);
  const known = new Map<string, ParsedDay>();
  const emptyWords = new Set<string>();
  for (let i = 0; i < n; i++) {
    const cell = cells[i]!;
    if (cell === '') continue;
    if (EMPTY_WORDS.has(cell)) {
      emptyWords.add(cell);
      continue;
    }
    let parsed = known.get(cell);
    if (!parsed) {
      if (order === undefined && OPEN.test(cell)) {
        unread[i] = 1;
        continue;
      }
      parsed = dayOfCell(table, cell, order ?? 'day-first');
      known.set(cell, parsed);
    }
    if ('day' in parsed && parsed.day >= FIRST && parsed.day <= LAST) days[i] = parsed.day;
    else if ('day' in parsed || FILLER.test(cell)) {
      unread[i] = 1;
      told.problems.push(rowMessages.dayOutside(table, i, heading, cell));
    } else {
      unread[i] = 1;
      told.problems.push(rowMessages.notDate(table, i, heading, cell, parsed.cure));
    }
  }
  tellEmptyWords(table, heading, emptyWords, told);
  return { days, unread };
}

/** Days of people at work; what lies outside stands for "never" or "not known", as 9999-12-31 and 0001-01-01 do. */
const FIRST = dayFromParts(1900, 1, 1)!;
const LAST = dayFromParts(2200, 12, 31)!;
const FILLER = /^0\d{3}-\d{2}-\d{2}/;
/** A plain number of a workbook that is rather a year than a day of spring or summer 1905. */
const YEARS = { first: 1900, last: 2100 };

function dayOfCell(table: Table, cell: string, order: DateOrder): ParsedDay {
  const isYear = /^\d{4}$/.test(cell) && Number(cell) >= YEARS.first && Number(cell) <= YEARS.last;
  if (isYear) return { cure: 'it is a year; write the day as YYYY-MM-DD' };
  if (table.dateSystem !== undefined && /^\d+(\.\d+)?$/.test(cell))
    return serialDay(Number(cell), table.dateSystem);
  return parsedDay(cell, order);
}

const DOTS = /^\d{1,2}\.\d{1,2}\.\d{4}/;
const OPEN = /^(\d{1,2})([/-])(\d{1,2})\2\d{4}/;

/** The order that a column shows: dots are day first; slashes and hyphens need a value above 12. `undefined`: a problem was told. */
function guessedOrder(
  table: Table,
  heading: string,
  cells: readonly string[],
  told: Told,
): DateOrder | undefined {
  let dots: string | undefined;
  let open: string | undefined;
  let dayFirst: string | undefined;
  let monthFirst: string | undefined;
  for (const cell of cells) {
    if (cell === '') continue;
    if (dots === undefined && DOTS.test(cell)) dots = cell;
    const parts = OPEN.exec(cell);
    if (!parts) continue;
    open ??= cell;
    if (Number(parts[1]) > 12) dayFirst ??= cell;
    else if (Number(parts[3]) > 12) monthFirst ??= cell;
  }
  const guess = (value: DateOrder, why: string): DateOrder => {
    told.guesses.push({ file: table.file, what: 'date-order', column: heading, value, why, flag: '--dates' });
    return value;
  };
  if (dayFirst !== undefined && monthFirst !== undefined) {
    told.problems.push(messages.dateOrderMixed(table, heading, dayFirst, monthFirst));
    return undefined;
  }
  if (dayFirst !== undefined)
    return guess('day-first', `\`${dayFirst}\` has no month ${OPEN.exec(dayFirst)![1]!}`);
  if (monthFirst !== undefined && dots === undefined)
    return guess('month-first', `\`${monthFirst}\` has no month ${OPEN.exec(monthFirst)![3]!}`);
  if (open !== undefined) {
    told.problems.push(messages.dateOrder(table, heading, open));
    return undefined;
  }
  if (dots !== undefined) return guess('day-first', `\`${dots}\` is written with dots`);
  return 'day-first';
}
