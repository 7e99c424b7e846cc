import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseTrouble } from '../trouble.ts';
import { lastProcessesIn, processesIn, signal } from './processes.ts';
import { isSocketFolderOfOurs } from './socket-folder.ts';

const PATIENCE_MS = 10_000;

/**
 * Makes the folder free for a new start. A server whose Plumbline died goes on alone: it is asked to stop. Sessions whose
 * server died go on until they notice: they are waited for, and then told to leave, which loses nothing, as only a
 * transaction without an answer ends. Call it holding the lock of the place only. `socketFolder` will be used again.
 */
export async function takeOver(data: string, socketFolder?: string): Promise<void> {
  const orphan = runningServer(data);
  if (orphan !== undefined) signal(orphan, 'SIGINT');
  for (const id of await lastProcessesIn(data, PATIENCE_MS)) signal(id, 'SIGQUIT');
  if ((await lastProcessesIn(data, PATIENCE_MS)).length > 0) throw willNotLeave(data);
  sweep(data, socketFolder);
}

/** The process of the server that runs in `data`, if one does. */
export function runningServer(data: string): number | undefined {
  const id = Number(serverNote(data)[0]);
  return processesIn(data).includes(id) ? id : undefined;
}

/** The lines of the note that a server leaves: process, folder, start, port, folder of the socket, …, state. */
export function serverNote(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Nothing runs here any more: what says otherwise is stale, and its process number may by now be somebody else's. */
function sweep(data: string, kept: string | undefined): void {
  const old = serverNote(data)[4];
  if (old !== undefined && old !== kept && isSocketFolderOfOurs(old)) {
    rmSync(old, { recursive: true, force: true });
  }
  const note = join(data, 'postmaster.pid');
  if (existsSync(note)) rmSync(note);
}

function willNotLeave(data: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `Old processes of the database in ${data} do not end: ${processesIn(data).join(', ')}.`,
    'End them with `kill -QUIT`, then start again.',
  );
}
