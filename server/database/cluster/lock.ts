import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseTrouble } from '../trouble.ts';

/**
 * Takes the cluster in `place` for this process, or refuses. The lock is a socket without a file, which the system
 * itself frees when a process ends in whatever way; so there is no stale one.
 *
 * @returns gives it back
 */
export async function lockPlace(place: string): Promise<() => Promise<void>> {
  const server = await listening(socketName(place)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw inUse(place);
    throw error;
  });
  const note = join(place, 'plumbline.pid');
  writeFileSync(note, `${process.pid}\n`);
  return async () => {
    rmSync(note, { force: true });
    await new Promise((closed) => server.close(closed));
  };
}

function socketName(place: string): string {
  const { dev, ino } = statSync(place);
  return `\0plumbline-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`;
}

async function listening(name: string): Promise<Server> {
  const server = createServer((visitor) => visitor.destroy());
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(name, done);
  });
  server.unref();
  return server;
}

function inUse(place: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database in ${place} is in use by another Plumbline, process ${holder(place)}.`,
    'Stop that process first, or choose another folder with PLUMBLINE_DATA.',
  );
}

function holder(place: string): string {
  try {
    return readFileSync(join(place, 'plumbline.pid'), 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
