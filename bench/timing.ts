import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How long something took, and the figure it gave. */
export interface Timed {
  readonly seconds: number;
  readonly figure: number;
}

/** Runs once when a run takes longer than this; else five times. */
const LONG_SECONDS = 5;
const RUNS = 5;

/** Shorter runs are repeated inside one measurement until it lasts this long; `peers.R` does the same. */
const SHORT_SECONDS = 0.1;
const MEASURED_SECONDS = 0.5;

/** The median of five runs, or the only one of a long run. */
export function timed(run: () => number): Timed {
  const seconds: number[] = [];
  let figure = 0;
  const measure = (times: number): void => {
    const start = performance.now();
    for (let i = 0; i < times; i++) figure = run();
    seconds.push((performance.now() - start) / 1000 / times);
  };
  do measure(1);
  while (seconds.length < RUNS && seconds[0]! <= LONG_SECONDS);
  if (median(seconds) < SHORT_SECONDS) {
    const times = Math.ceil(MEASURED_SECONDS / Math.max(median(seconds), 0.001));
    seconds.length = 0;
    for (let i = 0; i < RUNS; i++) measure(times);
  }
  return { seconds: median(seconds), figure };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Whether R can be run at all. */
export function hasPeer(): boolean {
  return spawnSync('Rscript', ['--version']).status === 0;
}

/** What R needed for a step on the data in a folder, or its complaint. */
export function timedPeer(folder: string, step: string): Timed | { readonly problem: string } {
  const script = fileURLToPath(new URL('peers.R', import.meta.url));
  const run = spawnSync('Rscript', ['--vanilla', script, folder, step], { encoding: 'utf8' });
  const [seconds, figure] = run.stdout.trim().split(' ').map(Number);
  if (run.status !== 0 || seconds === undefined || figure === undefined) {
    return { problem: run.stderr.trim().split('\n').at(-1) ?? `R stopped with ${run.status}` };
  }
  return { seconds, figure };
}
