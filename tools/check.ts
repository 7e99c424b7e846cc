/** `npm run check`: every rule of the repository in turn; all failures are listed, then the counts. */
import { fileURLToPath } from 'node:url';
import { failureLine, type Check, type Failure } from './checks/check.ts';
import { CHECKS } from './checks/registry.ts';

/** How many checks passed and failed; what failed is printed. */
export async function runChecks(
  root: string,
  checks: readonly Check[] = CHECKS,
): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 };
  for (const check of checks) {
    const failures = await failuresOf(check, root);
    counts[failures.length === 0 ? 'passed' : 'failed'] += 1;
    console.log(failures.length === 0 ? `✓ ${check.name}` : `✗ ${check.name}: ${failures.length}`);
    for (const failure of failures) console.log(`    ${failureLine(failure)}`);
  }
  return counts;
}

/** A check that cannot run has failed; the others still run. */
async function failuresOf(check: Check, root: string): Promise<Failure[]> {
  try {
    return await check.run(root);
  } catch (problem) {
    return [{ file: '.', line: null, message: `the check could not run: ${String(problem)}` }];
  }
}

if (import.meta.main) {
  const wanted = process.argv.slice(2);
  const checks = CHECKS.filter((check) => wanted.length === 0 || wanted.includes(check.name));
  const { passed, failed } = await runChecks(fileURLToPath(new URL('..', import.meta.url)), checks);
  console.log(`${passed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
