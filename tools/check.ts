/** `npm run check`: every rule of the repository in turn; all failures are listed, then the counts. */
import { failureLine } from './checks/check.ts';
import { CHECKS } from './checks/registry.ts';

/** How many checks passed and failed; what failed is printed. */
export async function runChecks(root: string): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 };
  for (const { name, run } of CHECKS) {
    const failures = await run(root);
    counts[failures.length === 0 ? 'passed' : 'failed'] += 1;
    console.log(failures.length === 0 ? `✓ ${name}` : `✗ ${name}: ${failures.length}`);
    for (const failure of failures) console.log(`    ${failureLine(failure)}`);
  }
  return counts;
}

if (import.meta.main) {
  const root = process.argv[2] ?? new URL('..', import.meta.url).pathname;
  const { passed, failed } = await runChecks(root);
  console.log(`${passed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
