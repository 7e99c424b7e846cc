import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Already packed: packing again takes time and gains nothing. */
const PACKED = /\.png$/u;

/**
 * A zip file with the same contents and nothing of the moment in it: every file is dated 1 January 1980, the first day
 * that the format knows, in the order in which it stood.
 *
 * @param replaced contents to put in the place of others, by name
 */
export function steadyZip(zip: Uint8Array, replaced: Readonly<Record<string, string>> = {}): Uint8Array {
  // The packer writes the parts of a local time, so a local time is the same in every time zone.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    const other = replaced[name];
    const bytes = other === undefined ? content : new TextEncoder().encode(other);
    files[name] = [bytes, { mtime, level: PACKED.test(name) ? 0 : 6 }];
  }
  return zipSync(files);
}
