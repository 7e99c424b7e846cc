import { parentPort } from 'node:worker_threads';
import { type Observed, observed } from './observed.ts';
import { worldOf } from './registry.ts';

/** Some programs of one world, to be run on a thread of their own. */
export interface Chunk {
  readonly world: string;
  readonly firstSeed: number;
  readonly programs: number;
}

/** The programs of a chunk, one after the other. */
export function programsOf({ world: id, firstSeed, programs }: Chunk): Observed[] {
  const world = worldOf(id);
  return Array.from({ length: programs }, (_, i) => observed(firstSeed + i, world));
}

parentPort?.on('message', (chunk: Chunk) => parentPort!.postMessage(programsOf(chunk)));
