/** `npm run oracles`: runs every R script that records right answers, one after the other; needs R, which tests never do. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { repositoryFiles } from './checks/source-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function main(wanted: readonly string[]): number {
  const scripts = repositoryFiles(ROOT)
    .filter((file) => file.endsWith('.oracle.R'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  for (const script of scripts) {
    console.log(script);
    const { status, error } = spawnSync('Rscript', [script], { cwd: ROOT, stdio: 'inherit' });
    if (status === 0) continue;
    console.error(error ? `oracles: Rscript was not found; install R` : `oracles: ${script} stopped`);
    return 1;
  }
  return scripts.length > 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
