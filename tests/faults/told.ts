import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Found } from './database-killed.ts';

/** Runs an ordeal in a folder of its own and says in a line what was counted and how long it took. */
export async function told(
  what: string,
  cycles: number,
  run: (folder: string, cycles: number) => Promise<Found>,
): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-faults-'));
  chmodSync(folder, 0o711);
  const begin = performance.now();
  try {
    const found = await run(join(folder, 'data'), cycles);
    const { acknowledged, unknown, 'not-saved': notSaved } = found.counted;
    console.log(
      `${what}: ${cycles} kills, ${acknowledged.size} acknowledged, ${notSaved.size} not saved, ` +
        `${unknown.size} unknown, ${found.problems.length} lost, halved or doubled, ` +
        `${((performance.now() - begin) / 1000).toFixed(1)} s`,
    );
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
