/** Around a run of vitest: nothing is started here, only what the tests started is stopped after the last of them. */
import { dropTestDatabases } from './test-database.ts';
import { endTestCluster, RUN } from './test-cluster.ts';

export function setup(): void {
  process.env[RUN] = String(process.pid);
}

export async function teardown(): Promise<void> {
  const run = process.env[RUN]!;
  if (process.env['PLUMBLINE_TEST_DATABASE_URL'] !== undefined) await dropTestDatabases(run);
  await endTestCluster(run);
}
