/** The file is not what was written: cut off, changed, or locked with another key. */
export class DamagedBackup extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DamagedBackup';
  }
}

/** Longest piece in a backup; longer ones are no backup of ours. */
const LONGEST = 16 * 2 ** 20;
const PIECE = 256 * 1024;

/** A piece with its length before it; an empty one ends a table. */
export function framed(piece: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(4 + piece.length);
  frame.writeUInt32BE(piece.length);
  frame.set(piece, 4);
  return frame;
}

/** A value as JSON in one piece. */
export function framedJson(value: unknown): Buffer {
  return framed(Buffer.from(JSON.stringify(value)));
}

/** The same bytes in pieces of one length, the last one shorter: a table is cut alike however it came. */
export async function* evenPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const some of bytes) {
    held.push(some);
    length += some.length;
    if (length < PIECE) continue;
    const all = Buffer.concat(held);
    let from = 0;
    for (; from + PIECE <= all.length; from += PIECE) yield all.subarray(from, from + PIECE);
    held = [all.subarray(from)];
    length = all.length - from;
  }
  if (length > 0) yield Buffer.concat(held);
}

/** Reads pieces one after the other. */
export interface FrameReader {
  /** @throws DamagedBackup when the bytes end in the middle */
  next(): Promise<Buffer>;
  /** Whether nothing is left. */
  atEnd(): Promise<boolean>;
}

/** Pieces of a stream of bytes, however it was cut on its way. */
export function frameReader(bytes: AsyncIterable<Buffer>): FrameReader {
  const source = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const fill = async (length: number): Promise<boolean> => {
    const parts = [held];
    let have = held.length;
    while (have < length) {
      const { value, done } = await source.next();
      if (done === true) break;
      parts.push(value);
      have += value.length;
    }
    held = parts.length === 1 ? held : Buffer.concat(parts);
    return have >= length;
  };
  const take = async (length: number): Promise<Buffer> => {
    if (!(await fill(length))) throw new DamagedBackup('it ends in the middle');
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  return {
    next: async () => {
      const length = (await take(4)).readUInt32BE();
      if (length > LONGEST) throw new DamagedBackup(`a piece of it would be ${length} bytes long`);
      return take(length);
    },
    atEnd: async () => !(await fill(1)),
  };
}
