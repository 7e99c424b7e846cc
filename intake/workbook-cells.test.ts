import { expect, test } from 'vitest';
import { zipOf } from '#tests/zip-of.ts';
import { workbookCells } from './workbook-cells.ts';

const OFFICE = 'http://schemas.openxmlformats.org';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const related = (id: string, target: string) =>
  `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/${id}" Target="${target}"/></Relationships>`;

/** Cells of a workbook with one sheet, its rows written by hand. */
function cellsOf(rows: string) {
  const main = `${OFFICE}/spreadsheetml/2006/main`;
  const bytes = zipOf({
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  });
  return workbookCells(bytes).sheets[0]!.rows;
}

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;

test('rows and cells without an address stand one after the other', () => {
  expect(
    cellsOf(
      `<row>${text('person')}${text('size')}</row><row>${text('A')}<c><v>2.5</v></c></row><row>${text('B')}</row>`,
    ),
  ).toEqual([['person', 'size'], ['A', '2.5'], ['B']]);
});

test('an empty cell without an address keeps its place', () => {
  expect(cellsOf(`<row>${text('A')}<c/>${text('x')}</row>`)).toEqual([['A', '', 'x']]);
});

test('a row that skips lines keeps the line it names', () => {
  expect(cellsOf(`<row r="1">${text('person')}</row><row r="4">${text('A')}</row>`)).toEqual([
    ['person'],
    [],
    [],
    ['A'],
  ]);
});

test('truth values are words, and texts with line ends and marks are themselves', () => {
  expect(cellsOf(`<row><c t="b"><v>1</v></c>${text('a &amp; &lt;b&gt;')}</row>`)).toEqual([
    ['true', 'a & <b>'],
  ]);
});
