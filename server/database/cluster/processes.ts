import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Processes of PostgreSQL that work in the folder `data`: each of them has it as its working folder. */
export function processesIn(data: string): number[] {
  const folder = realpathSync(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => worksIn(id, folder));
}

/** Waits until no process of PostgreSQL works in `data` any more, at most so long; gives those that still do. */
export async function lastProcessesIn(data: string, milliseconds: number): Promise<number[]> {
  const folder = realpathSync(data);
  const end = Date.now() + milliseconds;
  for (;;) {
    // A new one can only be the child of one that is known; so all are looked for when the known ones have left.
    const known = processesIn(folder);
    if (known.length === 0) return [];
    if (!(await becomes(() => !known.some((id) => worksIn(id, folder)), end - Date.now())))
      return processesIn(folder);
  }
}

function worksIn(id: number, folder: string): boolean {
  return linkOf(id, 'cwd') === folder && basename(linkOf(id, 'exe')).startsWith('postgres');
}

function linkOf(id: number, name: string): string {
  try {
    return readlinkSync(`/proc/${id}/${name}`);
  } catch {
    return '';
  }
}

/** Sends a signal to a process that may have ended already. */
export function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until `holds` is true, at most so long; says whether it became true. */
export async function becomes(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() >= end) return false;
    await wait(5);
  }
  return true;
}
