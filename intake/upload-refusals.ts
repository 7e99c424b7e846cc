import { parquetMetadata } from 'hyparquet';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './table.ts';
import { type ZipEntry, zipSizes } from './zip-sizes.ts';

/** Limits of a file that came through a form; what is larger is read by the command line. */
const MOST = {
  unpackedBytes: 50_000_000,
  parts: 200,
  ratio: 100,
  rows: 2_000_000,
  columns: 500,
  rowGroups: 2_000,
};
/** Small parts may shrink as far as they like: they cannot grow large. */
const RATIO_COUNTS_FROM = 1_000_000;

/** Parts of a workbook that run something or reach out of it; nothing of them is ever needed. */
const RUNS = /vbaproject|macrosheets\/|activex\/|customui/i;
const REACHES_OUT = /externallinks\/|connections\.xml|querytables\/|embeddings\//i;

const LARGER = 'Export the sheet as CSV, or use the command line, which reads larger files.';

/**
 * Why a file from somebody unknown is not read at all: it is not what its name says, runs something, reaches out, or would unpack to too much.
 * Nothing is unpacked for that. Empty: it may be read, which finds everything else.
 */
export function uploadRefusals(file: SourceFile): Problem[] {
  const refuse = (problem: string, cure: string): Problem[] => [
    messages.unreadable(file.name, `${file.name} ${problem}.`, cure),
  ];
  if (file.bytes.length === 0) return refuse('is empty', 'Choose the file again, or leave it out.');
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'csv';
  const kind = kindOf(file.bytes);
  if (ending === 'xlsx') {
    if (kind !== 'zip')
      return kind === 'old-workbook' ? [] : refuse('is not an XLSX workbook', 'Save it as .xlsx, or as CSV.');
    const fault = workbookFault(file.bytes);
    return fault === undefined ? [] : refuse(...fault);
  }
  if (ending === 'parquet') {
    if (kind !== 'parquet')
      return refuse('is not a Parquet file', 'Write it again as Parquet, or export CSV.');
    const fault = parquetFault(file.bytes);
    return fault === undefined ? [] : refuse(...fault);
  }
  if (ending !== 'csv' && ending !== 'json' && ending !== 'txt' && ending !== 'tsv')
    return refuse(`ends in .${ending}, which is not read here`, 'Use CSV, XLSX or Parquet.');
  if (kind !== 'text' && kind !== 'old-workbook')
    return refuse(`is ${NAMES[kind]} and not text`, `Give it the ending of what it is, or export it as CSV.`);
  return [];
}

type Kind = 'zip' | 'parquet' | 'old-workbook' | 'pdf' | 'picture' | 'program' | 'packed' | 'text';

const NAMES: Readonly<Record<Kind, string>> = {
  zip: 'a workbook or another packed file',
  parquet: 'a Parquet file',
  'old-workbook': 'an old workbook',
  pdf: 'a PDF',
  picture: 'a picture',
  program: 'a program',
  packed: 'a packed file',
  text: 'text',
};

/** First bytes by which a kind of file is known. */
const MARKS: readonly (readonly [kind: Kind, mark: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff, 0xe0]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a, 0x90, 0x00]],
  ['packed', [0x1f, 0x8b, 0x08]],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd]],
];

function kindOf(bytes: Uint8Array): Kind {
  return MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? 'text';
}

type Fault = [problem: string, cure: string] | undefined;

function workbookFault(bytes: Uint8Array): Fault {
  const sizes = zipSizes(bytes);
  if (sizes.kind === 'not-zip') return ['is cut off or broken', 'Save it again, or export CSV.'];
  const { entries, files, unpackedBytes } = sizes;
  if (files > MOST.parts) return [`has ${files} parts; at most ${MOST.parts} are read here`, LARGER];
  if (unpackedBytes > MOST.unpackedBytes)
    return [`would unpack to more than ${MOST.unpackedBytes / 1e6} MB`, LARGER];
  if (entries.some(shrinksTooMuch))
    return [
      `is packed more than ${MOST.ratio} times smaller than it is, as no workbook of people is`,
      LARGER,
    ];
  if (entries.some(({ name }) => RUNS.test(name)))
    return ['holds macros', 'Save it as .xlsx without macros, or export CSV.'];
  if (entries.some(({ name }) => REACHES_OUT.test(name)))
    return [
      'links to other files or holds other documents',
      'Break the links (Data, Edit links) or paste values only, and save it again; or export CSV.',
    ];
  return undefined;
}

function shrinksTooMuch({ packedBytes, unpackedBytes }: ZipEntry): boolean {
  return unpackedBytes > RATIO_COUNTS_FROM && unpackedBytes / Math.max(1, packedBytes) > MOST.ratio;
}

function parquetFault(bytes: Uint8Array): Fault {
  try {
    const { num_rows: rows, row_groups: groups, schema } = parquetMetadata(new Uint8Array(bytes).buffer);
    const unpacked = groups.reduce((sum, { total_byte_size }) => sum + Number(total_byte_size), 0);
    if (rows > MOST.rows) return [`says it has ${rows} rows; at most ${MOST.rows} are read here`, LARGER];
    if (groups.length > MOST.rowGroups || schema.length > MOST.columns)
      return ['has more columns or groups of rows than are read here', LARGER];
    if (unpacked > MOST.unpackedBytes)
      return [`would unpack to more than ${MOST.unpackedBytes / 1e6} MB`, LARGER];
    return undefined;
  } catch {
    return ['is cut off or broken', 'Write it again, or export CSV.'];
  }
}
