#!/usr/bin/env node
/** The door of the command: makes sure that a Node new enough runs it, then hands over to `cli/plumbline.ts`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEAST_NODE_MAJOR = 24;

if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE_MAJOR) {
  await import('./jsx-hook.js');
  const { main } = await import('./plumbline.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  if (!existsSync(pinned)) {
    console.error(
      `Plumbline needs Node ${LEAST_NODE_MAJOR} or newer; this is ${process.versions.node}. ` +
        'Install a newer Node, or run `npm ci --ignore-scripts` in the clone, which brings one.',
    );
    process.exitCode = 64;
  } else {
    const run = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = run.status ?? 70;
  }
}
