import * as XLSX from '@e965/xlsx';
import { MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import { isNumberText } from './number-text.ts';
import { serialDay } from './parse-day.ts';

/** A sheet as rows of text: dates as ISO, numbers with zeros in their format as they are shown, other numbers in full. */
export interface SheetCells {
  readonly name: string;
  /** By sheet row from 0; empty rows are empty lists. */
  readonly rows: readonly (readonly string[])[];
  /** Cells merged downwards in one column, by sheet row and column from 0. */
  readonly mergedDown: readonly { readonly column: number; readonly from: number; readonly to: number }[];
}

/** A workbook as text, and how it counts days. */
export interface WorkbookCells {
  /** Texts of digits and points, such as `1.000`, that stand in some cell as text: its author's decimal sign holds for them. */
  readonly numberTexts: ReadonlySet<string>;
  readonly dateSystem: '1900' | '1904';
  readonly sheets: readonly SheetCells[];
}

/** The cells of an XLSX workbook; formulas are not computed, their stored results are taken. */
export function workbookCells(bytes: Uint8Array): WorkbookCells {
  const book = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellText: true,
    cellDates: false,
    cellHTML: false,
    cellFormula: false,
  });
  const dateSystem = book.Workbook?.WBProps?.date1904 === true ? '1904' : '1900';
  const numberTexts = new Set<string>();
  const textOf = (cell: XLSX.CellObject | undefined): string => {
    const text = cellText(cell, dateSystem);
    if (cell?.t === 's' && isNumberText(text.trim())) numberTexts.add(text.trim());
    return text;
  };
  return {
    dateSystem,
    numberTexts,
    sheets: book.SheetNames.map((name): SheetCells => {
      const sheet = book.Sheets[name] as XLSX.DenseWorkSheet;
      return {
        name,
        rows: Array.from(sheet['!data'] ?? [], (row) => Array.from(row ?? [], textOf)),
        mergedDown: ((sheet['!merges'] ?? []) as XLSX.Range[])
          .filter(({ s, e }) => s.c === e.c && e.r > s.r)
          .map(({ s, e }) => ({ column: s.c, from: s.r, to: e.r })),
      };
    }),
  };
}

/** Formats that are nothing but zeros after fixed text: the zeros belong to the key. */
const ZEROS = /^("[^"]*"|\\.)*0{2,}$/;

function cellText(cell: XLSX.CellObject | undefined, system: '1900' | '1904'): string {
  if (!cell || cell.v === undefined) return '';
  if (cell.v instanceof Date) return cell.v.toISOString().replace(/T00:00:00.000Z$/, '');
  if (typeof cell.v !== 'number') return cell.t === 'e' ? (cell.w ?? '#N/A') : String(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (ZEROS.test(format)) return cell.w ?? String(cell.v);
  if (XLSX.SSF.is_date(format) && cell.v >= 1) return dateText(cell.v, system);
  return String(cell.v);
}

const MINUTES_PER_DAY = 1440;
/** The fake leap day of the 1900 system, left as it is shown so that it is refused as a date. */
const NEVER_WAS = { serial: 60, text: '1900-02-29' };

function dateText(serial: number, system: '1900' | '1904'): string {
  const minutes = Math.round(serial * MINUTES_PER_DAY);
  const whole = Math.floor(minutes / MINUTES_PER_DAY);
  if (system === '1900' && whole === NEVER_WAS.serial) return NEVER_WAS.text;
  const read = serialDay(whole, system);
  const day = 'day' in read ? read.day : MISSING_DAY;
  if (day === MISSING_DAY) return String(serial);
  const rest = minutes % MINUTES_PER_DAY;
  if (rest === 0) return isoFromDay(day);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${isoFromDay(day)} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
