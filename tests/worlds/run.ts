/** `npm run worlds`: simulates every world and writes docs/worlds.md; `--only` a group or world, `--programs` fewer than planned. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Observed } from './observed.ts';
import type { Chunk } from './programs-worker.ts';
import { WORLD_GROUPS } from './registry.ts';
import type { WorldGroup } from './world.ts';
import { groupSection, pageWith, type RunWorld } from './worlds-page.ts';

const PAGE = new URL('../../docs/worlds.md', import.meta.url);
/** Programs in one errand of a thread: small enough that no thread waits long for another at the end. */
const PROGRAMS_PER_CHUNK = 25;

/** All chunks, shared out among threads; answers come back in the order of the chunks, whoever worked them. */
async function shared(chunks: readonly Chunk[]): Promise<Observed[][]> {
  const answers: Observed[][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./programs-worker.ts', import.meta.url));
    for (let at = next++; at < chunks.length; at = next++) {
      worker.postMessage(chunks[at]);
      // Rejects when the thread fails.
      const [answer] = (await once(worker, 'message')) as [Observed[]];
      answers[at] = answer;
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), chunks.length) }, work));
  return answers;
}

async function ranGroup(group: WorldGroup, programs: number | undefined): Promise<RunWorld[]> {
  const chunks = group.worlds.flatMap(({ id, runs, firstSeed }): Chunk[] => {
    const wanted = programs ?? runs;
    return Array.from({ length: Math.ceil(wanted / PROGRAMS_PER_CHUNK) }, (_, c) => ({
      world: id,
      firstSeed: firstSeed + c * PROGRAMS_PER_CHUNK,
      programs: Math.min(PROGRAMS_PER_CHUNK, wanted - c * PROGRAMS_PER_CHUNK),
    }));
  });
  const answers = await shared(chunks);
  return group.worlds.map((world) => {
    const own = answers.filter((_, c) => chunks[c]!.world === world.id).flat();
    return { world, programs: own.length, figures: world.figures(own) };
  });
}

const { values } = parseArgs({ options: { only: { type: 'string' }, programs: { type: 'string' } } });
const programs = values.programs === undefined ? undefined : Number(values.programs);
if (programs !== undefined && !(Number.isInteger(programs) && programs >= 2)) {
  throw new RangeError(`worlds: --programs is ${values.programs}; it must be a whole number of 2 or more`);
}
const groups = WORLD_GROUPS.filter(({ id }) => values.only === undefined || id === values.only);
if (groups.length === 0) {
  throw new RangeError(
    `worlds: --only is ${values.only}; it must be one of ${WORLD_GROUPS.map(({ id }) => id).join(', ')}`,
  );
}
for (const group of groups) {
  const section = groupSection(group, await ranGroup(group, programs));
  console.log(section);
  writeFileSync(PAGE, pageWith(group.id, section, readFileSync(PAGE, 'utf8')));
}
