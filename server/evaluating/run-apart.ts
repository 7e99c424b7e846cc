import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { READING, REPORTING, type WorkLimits } from './limits.ts';
import type { Made, Order, Stage, Told } from './order.ts';

/** Why work ended without a result. */
export type WorkFailure = 'too-large' | 'too-slow' | 'broke' | 'stopped';

/** How work ended. */
export type WorkEnd =
  { readonly kind: 'made'; readonly made: Made } | { readonly kind: 'failed'; readonly failure: WorkFailure };

/** Work that goes on in a process of its own. */
export interface Work {
  readonly ended: Promise<WorkEnd>;
  /** Ends it at once; nothing of it is left. */
  readonly stop: () => void;
  readonly pid: number | undefined;
}

const ENTRY = fileURLToPath(new URL('./apart.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where packages really are, which may be behind a link. */
const NODE_MODULES = realpathSync(fileURLToPath(new URL('../../node_modules/', import.meta.url)));
const JSX_HOOK = new URL('../../cli/jsx-hook.js', import.meta.url).href;

/** How often the memory of a process is looked at. */
const WATCH_MILLISECONDS = 100;

/** What Node exits with when its heap is full: by signal, or as a shell counts it. */
const HEAP_FULL = 134;

/**
 * Does an order in a process of its own, with limits of memory and time, no secrets in its environment, and, for reading, no right to
 * write files or to start others. Whatever happens to it, the server goes on.
 *
 * @param tell hears each stage
 */
export function runApart(order: Order, tell: (stage: Stage) => void, limits = limitsOf(order)): Work {
  const child = fork(ENTRY, [], {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, ...rightsOf(order)],
    serialization: 'advanced',
    // Nothing of the server's settings and secrets is handed on.
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', TMPDIR: process.env['TMPDIR'] ?? '/tmp' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  yields(child);
  let failure: WorkFailure = 'broke';
  const end = (because: WorkFailure): void => {
    failure = because;
    child.kill('SIGKILL');
  };
  const started = performance.now();
  const watch = setInterval(() => {
    const used = usedBy(child, performance.now() - started);
    if (used.residentMegabytes > limits.residentMegabytes) end('too-large');
    else if (used.milliseconds > limits.milliseconds) end('too-slow');
  }, WATCH_MILLISECONDS);
  const ended = new Promise<WorkEnd>((resolve) => {
    let made: Made | undefined;
    child.on('message', (told: Told) => {
      if (told.tells === 'stage') tell({ stage: told.stage, done: told.done, of: told.of });
      else made = told.made;
    });
    child.once('error', () => child.kill('SIGKILL'));
    child.once('close', (code, signal) => {
      clearInterval(watch);
      if (made !== undefined) return resolve({ kind: 'made', made });
      const full = code === HEAP_FULL || signal === 'SIGABRT';
      resolve({ kind: 'failed', failure: full ? 'too-large' : failure });
    });
  });
  child.send(order);
  return { ended, stop: () => end('stopped'), pid: child.pid };
}

function limitsOf({ work }: Order): WorkLimits {
  return work === 'read' ? READING : REPORTING;
}

/** Reading needs our own files, and a thread that unpacks workbooks; writing a report needs compilers of its own. */
function rightsOf({ work }: Order): string[] {
  return work === 'read'
    ? ['--permission', `--allow-fs-read=${ROOT}`, `--allow-fs-read=${NODE_MODULES}`, '--allow-worker']
    : ['--import', JSX_HOOK];
}

/** Pages come before work: whoever waits for a report waits for one anyway. */
function yields({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not let us: then it competes like any other.
  }
}

/** How much longer than its own time a process may take on a machine that others use too. */
const WAITING_FACTOR = 6;
const MILLISECONDS_PER_TICK = 10;

/**
 * What a process has used: memory that it holds and time that it worked, where the system tells. Elsewhere its heap alone is
 * limited, and the clock on the wall counts.
 */
function usedBy({ pid }: ChildProcess, elapsed: number): { residentMegabytes: number; milliseconds: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    // Behind the name of the program, which may hold anything, the 12th and 13th field are the ticks it worked.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const worked = (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_PER_TICK;
    return {
      residentMegabytes: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024,
      milliseconds: Math.max(worked, elapsed / WAITING_FACTOR),
    };
  } catch {
    return { residentMegabytes: 0, milliseconds: elapsed };
  }
}
