import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { TableBlock } from '../../document.ts';
import { LIGHT } from '../style/tokens.ts';
import { columnWidths } from './column-widths.ts';
import { TEXT_WIDTH_TWIPS } from './measures.ts';
import { wordColour } from './word-colour.ts';
import { wordText } from './word-text.ts';

/** Tables with more columns fit only with the smallest print. */
const MOST_ROOMY_COLUMNS = 8;

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = (colour: string) => ({ style: BorderStyle.SINGLE, size: 4, color: wordColour(colour) });

/** A table with its caption before and its note behind; the head is marked as head and comes again on each page. */
export function wordTable(table: TableBlock): (Paragraph | Table)[] {
  const small = table.columns.length > MOST_ROOMY_COLUMNS;
  const sizePoints = small ? 8 : 9;
  const headings = table.columns.map(({ label }) => label);
  const widths = columnWidths(headings, table.rows, { sizePoints, roomTwips: TEXT_WIDTH_TWIPS });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      ...(isHead && { tableHeader: true }),
      cantSplit: true,
      children: cells.map((cell, c) =>
        tableCell(cell, table.columns[c]!.align, widths[c]!, isHead, sizePoints),
      ),
    });
  const body = new Table({
    rows: [row(headings, true), ...table.rows.map((cells) => row(cells, false))],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    tableLook: {
      firstRow: true,
      firstColumn: true,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    borders: {
      top: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideVertical: NO_LINE,
      bottom: line(LIGHT.border),
      insideHorizontal: line(LIGHT.line),
    },
  });
  const caption = new Paragraph({ style: 'Caption', text: wordText(table.caption) });
  const note = table.note === null ? [] : [new Paragraph({ style: 'Small', text: wordText(table.note) })];
  return [caption, body, ...note];
}

function tableCell(
  text: string,
  align: 'start' | 'end',
  width: number,
  isHead: boolean,
  sizePoints: number,
): TableCell {
  const run = new TextRun({ text: wordText(text), bold: isHead, size: 2 * sizePoints });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 90, right: 90 },
    ...(isHead && { shading: { type: ShadingType.CLEAR, fill: wordColour(LIGHT.surface) } }),
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: align === 'end' ? AlignmentType.END : AlignmentType.START,
        keepNext: isHead,
        children: [run],
      }),
    ],
  });
}
