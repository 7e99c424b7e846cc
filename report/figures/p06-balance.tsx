import type { BalanceRow, ShownEvaluation } from '#evaluation/evaluation.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';
import { decimalsOf, plainNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { balanceDrawing } from './balance-drawing.tsx';
import { sourceLine } from './source-line.ts';

/** P06: were the groups alike at the start? Absent without characteristics. */
export function p06Balance(shown: ShownEvaluation): FigureBlock | null {
  const rows = shown.balance;
  if (rows.length === 0) return null;
  const title = balanceTitle(rows);
  const named = rows.map((row) => ({ ...row, name: characteristic(row) }));
  return figureBlock({
    id: 'P06',
    name: 'P06-balance',
    title,
    subtitle: text('p06.subtitle', {}),
    description: text('p06.description', {
      finding: title,
      rows: rows.map((row) => `${characteristic(row)}: ${differences(row)}`).join('; '),
    }),
    source: sourceLine(shown),
    n: shown.study.participants + shown.study.comparison,
    table: twinOf(rows),
    draw: (pen) => balanceDrawing(pen, named, missingWords(rows)),
  });
}

/** The sentence of the picture: how many are alike, and which are not. */
export function balanceTitle(rows: readonly BalanceRow[]): string {
  const outside = rows.filter((row) => !row.inBand).map(characteristic);
  const values = { inside: rows.length - outside.length, of: rows.length };
  if (outside.length === 0) return text('p06.title.alike', values);
  return text('p06.title.outside', { ...values, outside: listed(outside) });
}

function characteristic(row: BalanceRow): string {
  return row.characteristic.replaceAll('_', ' ');
}

function differences(row: BalanceRow): string {
  const words = (value: number | null) =>
    value === null ? text('figures.not-shown', {}) : plainNumber(Math.abs(value), 2);
  return text('p06.row', { before: words(row.before), after: words(row.after) });
}

/** The last row: characteristics that are not known of everybody. */
function missingWords(rows: readonly BalanceRow[]): string {
  const known = rows.filter((row) => row.missing > 0);
  if (known.length === 0) return text('p06.missing.none', {});
  const items = known.map((row) =>
    text('p06.missing.one', { name: characteristic(row), share: shareMissing(row) }),
  );
  return text('p06.missing', { list: listed(items) });
}

function shareMissing(row: BalanceRow): string {
  const inHundred = Number((row.missing * 100).toFixed(1));
  return plainNumber(inHundred, decimalsOf([inHundred]));
}

function twinOf(rows: readonly BalanceRow[]): TableBlock {
  const keys = ['characteristic', 'before', 'after', 'in-band', 'missing'] as const;
  const blank = text('figures.not-shown', {});
  const cell = (value: number | null) => (value === null ? blank : plainNumber(value, 3));
  return {
    kind: 'table',
    id: 'table-P06-balance',
    caption: text('p06.table', {}),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'characteristic' || key === 'in-band' ? 'start' : 'end',
    })),
    rows: rows.map((row) => [
      characteristic(row),
      cell(row.before),
      cell(row.after),
      text('p06.in-band', { in: row.inBand ? 'yes' : 'no' }),
      shareMissing(row),
    ]),
    note: null,
  };
}
