import { join } from 'node:path';
import { DatabaseAway } from '#server/database/database-away.ts';
import { openDatabase } from '#server/database/database.ts';
import { migrate } from '#server/database/migrate.ts';
import { makeApp } from '#server/http/app.ts';
import { visitorOf } from '#server/http/test-visitor.ts';
import { masterKeysIn } from '#server/record-store/master-keys.ts';
import { openRecord } from '#server/record-store/open-record.ts';
import { asSealer } from '#server/record-store/sealer-store.ts';
import { verifiedRecord } from '#server/record-store/verified-record.ts';
import { application, household } from './application.ts';
import { victimIn } from './killed-database.ts';
import { onceBack, ordeal, type Counted } from './ordeal.ts';
import { plainRows } from './plain-rows.ts';

/** What an ordeal found. */
export interface Found {
  readonly counted: Counted;
  /** None when nothing acknowledged was lost, half done or doubled. */
  readonly problems: readonly string[];
}

const PATIENCE_MS = 60_000;

/** Plain rows, written while the database is killed. */
export async function rowsWhileDatabaseIsKilled(
  folder: string,
  cycles: number,
  seed: number,
  writers: number,
): Promise<Found> {
  const { cluster, kill } = await victimIn(folder);
  const database = openDatabase(cluster.owner, { patienceMs: PATIENCE_MS });
  const workload = await plainRows(database, writers);
  const counted = await ordeal(workload, { cycles, seed, kill });
  const problems = await workload.problems(counted);
  await database.close();
  await cluster.stop();
  return { counted, problems };
}

/** Sign-ins, edits and locks through the whole application, and its sealer beside, while the database is killed. */
export async function applicationWhileDatabaseIsKilled(
  folder: string,
  cycles: number,
  seed: number,
): Promise<Found> {
  const { cluster, kill } = await victimIn(folder);
  await migrate(cluster.owner);
  const database = openDatabase(cluster.login, { patienceMs: PATIENCE_MS });
  const people = await household(database, cluster.owner, new Date());
  const { parts, organisation } = people;
  const faults: unknown[] = [];
  const secrets = join(folder, 'secrets');
  const noted = (fault: unknown): void => void (isAway(fault) || faults.push(fault));
  const record = openRecord(database.rows, secrets, parts.clock, noted);
  const app = makeApp({
    ...parts,
    database: database.rows,
    recordEntry: record.recordEntry,
    readPayloads: record.readPayloads,
    logFault: (_reference, fault) => noted(fault),
  });
  const visitor = () => visitorOf(app, parts.installation.origin);
  const verify = async (): Promise<string[]> => {
    await onceBack(() => record.stop());
    const { whole, breaks } = await onceBack(() =>
      asSealer(database.rows, (rows) => verifiedRecord(rows, masterKeysIn(secrets), organisation)),
    );
    return whole ? [] : [`the record is broken: ${JSON.stringify(breaks)}`];
  };
  const workload = await application(people, visitor, { owner: cluster.owner, verify });
  const counted = await ordeal(workload, { cycles, seed, kill });
  const problems = await workload.problems(counted);
  await database.close();
  await cluster.stop();
  return { counted, problems: [...problems, ...faults.map((fault) => `a fault: ${String(fault)}`)] };
}

function isAway(fault: unknown): boolean {
  return fault instanceof DatabaseAway;
}
