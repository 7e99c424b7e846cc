/** `npm test`: types, then every test; ends with one plain line of counts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inherit = { stdio: 'inherit' } as const;
const types = spawnSync('tsc', ['-p', '.'], inherit);
const results = join(mkdtempSync(join(tmpdir(), 'plumbline-test-')), 'results.json');
const tests = spawnSync('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`], inherit);
const counts = JSON.parse(readFileSync(results, 'utf8')) as {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
};
const failed = counts.numFailedTests + (types.status === 0 ? 0 : 1);
const passed = counts.numPassedTests + (types.status === 0 ? 1 : 0);
console.log(`${passed} passed, ${failed} failed, ${counts.numPendingTests} skipped`);
process.exitCode = failed > 0 || tests.status !== 0 ? 1 : 0;
