import { chownSync, mkdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostmaster, type Postmaster, type Setup } from './postmaster.ts';
import { becomes, signal } from './processes.ts';
import { takeOver } from './take-over.ts';

/** A server that is started again until it is asked to stop. */
export interface Running {
  processId(): number | undefined;
  stop(): Promise<void>;
}

/** Longest pause between two starts that fail. */
const LONGEST_PAUSE_MS = 5_000;
const STOP_PATIENCE_MS = 20_000;

/** Starts the server, and again whenever it ends by itself. */
export async function keepRunning(setup: Setup, tell: (line: string) => void): Promise<Running> {
  let now: Postmaster | undefined = await startPostmaster(setup);
  let stopping = false;
  const atExit = (): void => {
    if (now?.process.pid !== undefined) signal(now.process.pid, 'SIGINT');
  };
  process.once('exit', atExit);

  const watch = async (): Promise<void> => {
    for (let pause = 0; !stopping;) {
      now?.process.unref();
      await now?.ended;
      now = undefined;
      if (stopping) return;
      if (pause === 0) tell('The database ended by itself; it is started again.');
      await wait(pause);
      now = await again(setup, tell);
      pause = now === undefined ? Math.min(LONGEST_PAUSE_MS, pause * 2 + 100) : 0;
    }
  };
  const watching = watch();

  return {
    processId: () => now?.process.pid,
    stop: async () => {
      stopping = true;
      process.off('exit', atExit);
      await shutDown(now);
      await watching;
      // A start that was under way when we were asked to stop.
      await shutDown(now);
    },
  };
}

async function again(setup: Setup, tell: (line: string) => void): Promise<Postmaster | undefined> {
  try {
    await takeOver(setup.data, setup.socketFolder);
    mkdirSync(setup.socketFolder, { recursive: true, mode: 0o700 });
    if (setup.account !== undefined) chownSync(setup.socketFolder, setup.account.uid, setup.account.gid);
    return await startPostmaster(setup);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

async function shutDown(postmaster: Postmaster | undefined): Promise<void> {
  if (postmaster?.process.pid === undefined) return;
  let over = false;
  void postmaster.ended.then(() => (over = true));
  postmaster.process.ref();
  signal(postmaster.process.pid, 'SIGINT');
  if (await becomes(() => over, STOP_PATIENCE_MS)) return;
  signal(postmaster.process.pid, 'SIGQUIT');
  await postmaster.ended;
}
