import {
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  openSync,
  fsyncSync,
  closeSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { DatabaseTrouble } from '../trouble.ts';
import { DamagedBackup } from './frames.ts';
import { locked, newLockHead, opened, type BackupKey, type LockHead } from './lock.ts';

/** The first line of a backup: what it is and how it is packed. */
interface Envelope {
  readonly plumbline: 'backup';
  readonly format: 1;
  readonly compression: 'zstd';
  readonly lock: LockHead | null;
}

const LONGEST_ENVELOPE = 4096;

/**
 * Writes a backup beside its place and gives it its name when it is whole and on the disk.
 *
 * @throws DatabaseTrouble when the file exists
 */
export async function writeFile(
  file: string,
  bytes: AsyncIterable<Buffer>,
  key: BackupKey | null,
): Promise<void> {
  if (existsSync(file)) throw exists(file);
  const half = `${file}.part`;
  const lock = key === null ? null : newLockHead(key);
  const envelope: Envelope = { plumbline: 'backup', format: 1, compression: 'zstd', lock };
  const clear = (): void => rmSync(half, { force: true });
  process.once('exit', clear);
  try {
    const packed = through(bytes, createZstdCompress());
    const body = key === null ? packed : locked(packed, key, lock!);
    await pipeline(
      async function* () {
        yield Buffer.from(`${JSON.stringify(envelope)}\n`);
        yield* body;
      },
      createWriteStream(half, { flags: 'w', mode: 0o600, flush: true }),
    );
    // A link and not a new name: that fails when somebody else has made the file meanwhile.
    linkSync(half, file);
    flushFolder(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(file);
    throw error;
  } finally {
    clear();
    process.off('exit', clear);
  }
}

/**
 * The bytes of a backup as they were before they were packed.
 *
 * @throws DatabaseTrouble when it is none of ours, or needs a key
 * @throws DamagedBackup when it was changed or cut off
 */
export async function* readFile(file: string, key: BackupKey | null): AsyncGenerator<Buffer> {
  const source = createReadStream(file)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const { envelope, rest } = await envelopeOf(file, source);
  if (envelope.lock !== null && key?.kind !== envelope.lock.from) throw needsKey(file, envelope.lock);
  const packed = envelope.lock === null ? rest : opened(rest, key!, envelope.lock);
  try {
    yield* through(packed, createZstdDecompress());
  } catch (error) {
    throw error instanceof DamagedBackup ? error : new DamagedBackup('it cannot be unpacked', error);
  }
}

/** What comes out of `transform`; its reader gets the error of whatever failed before it. */
function through(bytes: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  pipeline(Readable.from(bytes), transform).catch(() => undefined);
  return transform as AsyncIterable<Buffer>;
}

async function envelopeOf(
  file: string,
  source: AsyncIterator<Buffer>,
): Promise<{ envelope: Envelope; rest: AsyncGenerator<Buffer> }> {
  let held = Buffer.alloc(0);
  while (!held.includes(10) && held.length <= LONGEST_ENVELOPE) {
    const { value, done } = await source.next();
    if (done === true) break;
    held = Buffer.concat([held, value]);
  }
  const end = held.indexOf(10);
  const envelope = end < 0 ? undefined : parsed(held.subarray(0, end).toString());
  if (envelope === undefined) throw notOurs(file);
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield held.subarray(end + 1);
    for (;;) {
      const { value, done } = await source.next();
      if (done === true) return;
      yield value;
    }
  };
  return { envelope, rest: rest() };
}

function parsed(line: string): Envelope | undefined {
  try {
    const envelope = JSON.parse(line) as Partial<Envelope>;
    const ours = envelope.plumbline === 'backup' && envelope.format === 1 && envelope.compression === 'zstd';
    return ours ? (envelope as Envelope) : undefined;
  } catch {
    return undefined;
  }
}

function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function exists(file: string): DatabaseTrouble {
  return new DatabaseTrouble(`${file} exists already.`, 'Choose another name; a backup replaces nothing.');
}

function notOurs(file: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `${file} is no backup that this release can read.`,
    'Name a file that `plumbline backup` wrote, or use a later release.',
  );
}

function needsKey(file: string, { from }: LockHead): DatabaseTrouble {
  return new DatabaseTrouble(
    `${file} is locked.`,
    from === 'passphrase' ? 'Give its passphrase: --passphrase-file.' : 'Give its key: --key-file.',
  );
}
