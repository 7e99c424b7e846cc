/** A file in a zip file: its name, where it begins, and what it unpacks to, as the directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly at: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** What the directory of a zip file says about it, read without unpacking anything. */
export type ZipSizes =
  | {
      readonly kind: 'sizes';
      readonly unpackedBytes: number;
      readonly files: number;
      readonly entries: readonly ZipEntry[];
    }
  | { readonly kind: 'not-zip' };

const END_MARK = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const IN_64_BITS = 0xffffffff;

/**
 * Unpacked bytes of all files in a zip file, from its central directory.
 *
 * Shape: `not-zip` when there is no readable directory; sizes that need 64 bits count as unlimited.
 */
export function zipSizes(bytes: Uint8Array): ZipSizes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return { kind: 'not-zip' };
  const files = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === IN_64_BITS)
    return { kind: 'sizes', unpackedBytes: Number.POSITIVE_INFINITY, files, entries: [] };
  const entries: ZipEntry[] = [];
  for (let f = 0; f < files; f++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_MARK)
      return { kind: 'not-zip' };
    const unpacked = view.getUint32(at + 24, true);
    const named = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + view.getUint16(at + 28, true));
    entries.push({
      name: new TextDecoder().decode(named),
      at: view.getUint32(at + 42, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: unpacked === IN_64_BITS ? Number.POSITIVE_INFINITY : unpacked,
    });
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  const unpackedBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  return { kind: 'sizes', unpackedBytes, files, entries };
}

/** The last end mark, where other readers find it too; one with no room for a directory's end behind it is none. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = view.byteLength - 4; at >= 0 && at >= last - LONGEST_COMMENT; at--)
    if (view.getUint32(at, true) === END_MARK) return at > last ? undefined : at;
  return undefined;
}
