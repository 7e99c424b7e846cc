import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type FileMetaData, parquetMetadata, parquetRead, parquetSchema } from 'hyparquet';
import { usedHeadings } from './headings.ts';
import { messages } from './messages.ts';
import { isNumberText } from './number-text.ts';
import type { Told } from './problem.ts';
import type { SourceFile, Table } from './table.ts';

/** A Parquet file is refused when it would unpack to more than this. */
const MOST_UNPACKED_BYTES = 4_000_000_000;
const CURE =
  'Write it again without nested columns, compressed with snappy, gzip, zstd or not at all; or export CSV.';

/** A Parquet file as a table of text: days as ISO, other values in full; `lines` are row + 1, the heading being line 1. */
export async function parquetTable(file: SourceFile, known: readonly string[], told: Told): Promise<Table> {
  const none: Table = { file: file.name, headings: [], columns: [], lines: [], headingLine: 1 };
  // A copy of its own: bytes may lie somewhere in a larger buffer.
  const bytes = new Uint8Array(file.bytes).buffer;
  try {
    const metadata = parquetMetadata(bytes);
    const fault = faultOf(metadata);
    if (fault !== undefined) {
      told.problems.push(messages.unreadable(file.name, `${file.name} ${fault}.`, CURE));
      return none;
    }
    return await columnsOf(file.name, bytes, metadata, known, told);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    told.problems.push(messages.unreadable(file.name, `${file.name} could not be read: ${why}.`, CURE));
    return none;
  }
}

function faultOf(metadata: FileMetaData): string | undefined {
  const nested = parquetSchema(metadata).children.filter(({ children }) => children.length > 0);
  if (nested.length > 0)
    return `has nested columns (${nested.map(({ element }) => element.name).join(', ')})`;
  const unpacked = metadata.row_groups.reduce((sum, { total_byte_size }) => sum + Number(total_byte_size), 0);
  return unpacked > MOST_UNPACKED_BYTES ? 'is too large: more than 4 GB unpacked' : undefined;
}

async function columnsOf(
  file: string,
  bytes: ArrayBuffer,
  metadata: FileMetaData,
  known: readonly string[],
  told: Told,
): Promise<Table> {
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const headings = usedHeadings(file, names, known, told);
  const n = Number(metadata.num_rows);
  const columns = names.map(() => Array.from({ length: n }, () => ''));
  const trimmed = names.map(() => 0);
  const numberTexts = new Set<string>();
  await parquetRead({
    file: bytes,
    metadata,
    compressors: {
      GZIP: (packed) => gunzipSync(packed),
      ZSTD: (packed) => zstdDecompressSync(packed),
      BROTLI: (packed) => brotliDecompressSync(packed),
    },
    onChunk: ({ columnName, columnData, rowStart }) => {
      const c = names.indexOf(columnName);
      for (let i = 0; i < columnData.length; i++) {
        const given = textOf(columnData[i]);
        const text = given.trim();
        if (text.length !== given.length) trimmed[c]!++;
        if (typeof columnData[i] === 'string' && isNumberText(text)) numberTexts.add(text);
        columns[c]![rowStart + i] = text;
      }
    },
  });
  for (const [c, count] of trimmed.entries())
    if (count > 0) told.problems.push(messages.trimmed({ file }, headings[c]!, count));
  return {
    file,
    headings,
    columns,
    lines: Array.from({ length: n }, (_, i) => i + 2),
    headingLine: 1,
    typed: true,
    numberTexts,
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
