/** `npm test`: the repository's own checks, then every test; ends with one plain line of counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './check.ts';

/** What vitest writes, as far as it is counted here. */
interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const NOTHING_RAN: Counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };

/** Counts of vitest; one failure at least when it says no, also where no single test failed. */
function runTests(root: string): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  const results = join(folder, 'results.json');
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    { cwd: root, stdio: 'inherit' },
  );
  const counts = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Counts) : NOTHING_RAN;
  rmSync(folder, { recursive: true, force: true });
  const failed = status === 0 ? counts.numFailedTests : Math.max(1, counts.numFailedTests);
  return { ...counts, numFailedTests: failed };
}

const root = fileURLToPath(new URL('..', import.meta.url));
const checks = await runChecks(root);
const tests = runTests(root);
const passed = checks.passed + tests.numPassedTests;
const failed = checks.failed + tests.numFailedTests;
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : '';
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;
