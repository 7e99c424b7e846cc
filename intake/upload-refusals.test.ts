import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { uploadRefusals } from './upload-refusals.ts';

const PEOPLE = 'person,arm,index\nP1,participant,2024-09-02\nP2,comparison,\n';
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

function workbook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['person', 'arm'],
      ['P1', 'participant'],
    ]),
    'people',
  );
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

/** A packed file with parts of these names. */
function packed(parts: Record<string, Uint8Array>, level: 0 | 1 = 1): Uint8Array {
  return zipSync(
    { '[Content_Types].xml': new Uint8Array(10), 'xl/workbook.xml': new Uint8Array(10), ...parts },
    { level },
  );
}

function parquet(rows: number): Uint8Array {
  const column = { name: 'n', data: new Int32Array(rows), type: 'INT32' as const };
  return new Uint8Array(parquetWriteBuffer({ columnData: [column] }));
}

const small = new Uint8Array(9);

test.each<[string, Uint8Array]>([
  ['people.csv', text(PEOPLE)],
  ['people.tsv', text(PEOPLE)],
  ['people', text(PEOPLE)],
  ['people.xlsx', workbook()],
  ['people.parquet', parquet(3)],
  ['plan.json', text('{"plan":1}')],
])('%s is read when it is what its name says', (name, bytes) => {
  expect(uploadRefusals({ name, bytes })).toEqual([]);
});

test('bytes that lie within a larger buffer are read as well', () => {
  const file = parquet(3);
  const larger = Buffer.concat([Buffer.alloc(100), file, Buffer.alloc(100)]);
  const bytes = larger.subarray(100, 100 + file.length);
  expect(uploadRefusals({ name: 'people.parquet', bytes })).toEqual([]);
});

test.each<[string, string, Uint8Array, string]>([
  ['an empty file', 'people.csv', text(''), 'people.csv is empty.'],
  ['a workbook called CSV', 'people.csv', workbook(), 'is a workbook or another packed file and not text'],
  ['text called a workbook', 'people.xlsx', text(PEOPLE), 'people.xlsx is not an XLSX workbook.'],
  ['text called Parquet', 'people.parquet', text(PEOPLE), 'people.parquet is not a Parquet file.'],
  ['Parquet called CSV', 'people.csv', parquet(3), 'is a Parquet file and not text'],
  ['a PDF', 'people.csv', text('%PDF-1.7'), 'is a PDF and not text'],
  ['a picture', 'people.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'is a picture and not text'],
  ['a program', 'people.csv', new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), 'is a program and not text'],
  ['a packed file', 'people.csv', gzipSync(PEOPLE), 'is a packed file and not text'],
  ['a page', 'people.html', text(PEOPLE), 'ends in .html, which is not read here'],
  ['a workbook with macros by its name', 'people.xlsm', workbook(), 'ends in .xlsm, which is not read here'],
  ['a workbook that is cut off', 'people.xlsx', workbook().slice(0, 900), 'is cut off or broken'],
  ['Parquet that is cut off', 'people.parquet', parquet(3).slice(0, 30), 'is cut off or broken'],
  ['macros', 'people.xlsx', packed({ 'xl/vbaProject.bin': small }), 'holds macros'],
  ['old macros', 'people.xlsx', packed({ 'xl/macrosheets/sheet1.xml': small }), 'holds macros'],
  ['controls', 'people.xlsx', packed({ 'xl/activeX/activeX1.bin': small }), 'holds macros'],
  ['links', 'people.xlsx', packed({ 'xl/externalLinks/externalLink1.xml': small }), 'links to other files'],
  ['connections', 'people.xlsx', packed({ 'xl/connections.xml': small }), 'links to other files'],
  [
    'documents inside',
    'people.xlsx',
    packed({ 'xl/embeddings/oleObject1.bin': small }),
    'links to other files',
  ],
  [
    'a workbook of 40 MB in 40 kB',
    'people.xlsx',
    packed({ 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }),
    'is packed more than 100 times smaller',
  ],
  [
    'a workbook that would be 60 MB',
    'people.xlsx',
    packed({ 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }, 0),
    'would unpack to more than 50 MB',
  ],
  [
    'a workbook of 302 parts',
    'people.xlsx',
    packed(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`xl/x${i}`, small]))),
    'has 302 parts; at most 200 are read here',
  ],
  ['too many rows of Parquet', 'people.parquet', parquet(2_000_001), 'at most 2000000 are read here'],
])('%s is refused in words', (_, name, bytes, said) => {
  const refusals = uploadRefusals({ name, bytes });
  expect(refusals).toHaveLength(1);
  expect(refusals[0]!.problem).toContain(said);
  expect(refusals[0]!.cure).not.toBe('');
});
