import { inflateRawSync } from 'node:zlib';
import { type ZipEntry } from './zip-sizes.ts';

const LOCAL_BYTES = 30;
const DEFLATED = 8;

/** Whether no file in a zip file unpacks to more than its directory says. Nothing larger than that is ever in memory. */
export function unpacksAsSaid(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return entries.every(({ at, unpackedBytes }) => {
    if (at + LOCAL_BYTES > bytes.length) return false;
    if (view.getUint16(at + 8, true) !== DEFLATED) return true;
    const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    try {
      inflateRawSync(bytes.subarray(start), { maxOutputLength: Math.max(1, unpackedBytes) });
      return true;
    } catch {
      return false;
    }
  });
}
