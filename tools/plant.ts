/** `npm run plant`: plants a violation of each check in a copy of the repository; a check that passes it over has failed. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECKS } from './checks/registry.ts';
import { repositoryFiles } from './checks/source-files.ts';
import { PLANTS, type Plant } from './plants.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Not needed by any check, and most of the bytes. */
const NOT_COPIED = /^docs\/pictures\//;

function copyOfRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'plumbline-plant-'));
  for (const file of repositoryFiles(ROOT).filter((path) => !NOT_COPIED.test(path))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What the check says about the repository with one violation, and whether it says no. */
function answer(copy: string, { check, test }: Plant): { refused: boolean; said: string } {
  const command =
    test === undefined
      ? [join(copy, 'tools/check.ts'), check]
      : [join(copy, 'node_modules/vitest/vitest.mjs'), 'run', test];
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: copy,
    encoding: 'utf8',
    env,
  });
  return { refused: status !== 0, said: `${stdout}${stderr}` };
}

/** Whether the violation was seen, for its own sake. The copy is as before afterwards. */
function isSeen(copy: string, plant: Plant): boolean {
  const path = join(copy, plant.file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const planted = plant.change(before ?? '');
  if (planted === before) throw new Error(`plant: ${plant.what}: nothing was changed in ${plant.file}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, planted);
  const { refused, said } = answer(copy, plant);
  if (before === undefined) rmSync(path);
  else writeFileSync(path, before);
  if (existsSync(join(copy, 'report/helpers'))) rmSync(join(copy, 'report/helpers'), { recursive: true });
  return refused && said.includes(plant.says);
}

function main(): number {
  const wanted = process.argv.slice(2);
  const plants = PLANTS.filter(({ check }) => wanted.length === 0 || wanted.includes(check));
  const copy = copyOfRepository();
  const missed: string[] = [];
  try {
    for (const plant of plants) {
      const seen = isSeen(copy, plant);
      if (!seen) missed.push(plant.check);
      console.log(`${seen ? '✓ seen  ' : '✗ missed'}  ${plant.check.padEnd(14)} ${plant.what}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const without = CHECKS.filter(({ name }) => !PLANTS.some(({ check }) => check === name));
  for (const { name } of without) console.log(`✗ nothing planted for ${name}`);
  console.log(`${plants.length} planted, ${missed.length} missed`);
  return missed.length + without.length === 0 ? 0 : 1;
}

process.exitCode = main();
