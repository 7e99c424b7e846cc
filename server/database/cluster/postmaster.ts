import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseTrouble } from '../trouble.ts';
import type { Account } from './account.ts';
import { serverEnvironment } from './make.ts';
import { serverNote } from './take-over.ts';

/** What a start needs to know. */
export interface Setup {
  readonly data: string;
  readonly log: string;
  /** Folder of the programs. */
  readonly programs: string;
  readonly account: Account | undefined;
  readonly socketFolder: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A server that accepts connections. */
export interface Postmaster {
  readonly process: ChildProcess;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

const LARGEST_LOG = 4_000_000;
/** Old sessions hold their memory until they notice that their server is gone. */
const RETRY_FOR_MS = 60_000;
const STILL_HELD = /still in use|lock file .* already exists/;

/** Starts the server and waits until it accepts connections, however long it has to recover. */
export async function startPostmaster(setup: Setup): Promise<Postmaster> {
  const end = Date.now() + RETRY_FOR_MS;
  for (;;) {
    const said = logLength(setup.log);
    const postmaster = spawnPostmaster(setup);
    if (await isReady(setup, postmaster)) return postmaster;
    const why = readFileSync(setup.log, 'utf8').slice(said);
    if (!STILL_HELD.test(why) || Date.now() > end) throw didNotStart(setup, why);
    await wait(100);
  }
}

function spawnPostmaster(setup: Setup): Postmaster {
  const settings = { ...setup.settings, unix_socket_directories: setup.socketFolder };
  const log = openSync(setup.log, 'a', 0o600);
  // A session of its own: Ctrl+C in the terminal is for us to answer, so that requests end before their database.
  const child = spawn(
    join(setup.programs, 'postgres'),
    ['-D', setup.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...setup.account,
      detached: true,
      stdio: ['ignore', log, log],
      cwd: setup.data,
      env: serverEnvironment(),
    },
  );
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { process: child, ended };
}

async function isReady(setup: Setup, postmaster: Postmaster): Promise<boolean> {
  let over = false;
  void postmaster.ended.then(() => (over = true));
  while (!over) {
    const note = serverNote(setup.data);
    if (Number(note[0]) === postmaster.process.pid && note[7]?.trim() === 'ready') return true;
    await wait(5);
  }
  return false;
}

/** Keeps the log small: one older part at most. */
export function turnLog(log: string): void {
  if (logLength(log) > LARGEST_LOG) renameSync(log, `${log}.old`);
}

function logLength(log: string): number {
  return existsSync(log) ? statSync(log).size : 0;
}

function didNotStart({ data, log }: Setup, why: string): DatabaseTrouble {
  const lines = why.trim().split('\n').slice(-3).join(' ');
  return new DatabaseTrouble(
    `The database in ${data} did not start: ${lines === '' ? 'its program gave no reason' : lines}`,
    `See the end of ${log}.`,
  );
}
