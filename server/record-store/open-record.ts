import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import type { Clock } from '#server/scope.ts';
import { checkRecords } from './check-records.ts';
import { masterKeysIn } from './master-keys.ts';
import { payloadReader, type ReadPayloads } from './read-payloads.ts';
import { recordEntryWith, type RecordEntry } from './record-entry.ts';
import { repeat } from './repeat.ts';
import { sealAll } from './sealer-store.ts';

/** How often the sealer looks for entries that wait. */
const SEAL_EVERY_MS = 200;

/** How often somebody looks whether a verification was asked for or is due. */
const CHECK_EVERY_MS = 1000;

/** The record of an installation, open. */
export interface OpenRecord {
  /** Writes an entry in the transaction of what it tells of. */
  readonly recordEntry: RecordEntry;
  /** Opens what entries say, for readers whom the rows let. */
  readonly readPayloads: ReadPayloads;
  /** Seals what still waits, then ends. */
  stop(): Promise<void>;
}

/**
 * Opens the record: entries can be written and read, what waits is sealed every 200 ms, and verifications are carried out.
 *
 * Any number of processes may have it open: each record is sealed by one at a time. Killed at any moment it leaves every entry either
 * waiting or sealed.
 *
 * @param database signed in as the application
 * @param secretsFolder where the keys lie that wrap those of people; the first one is made when there is none
 */
export function openRecord(
  database: Kysely<Tables>,
  secretsFolder: string,
  clock: Clock,
  logFault: (fault: unknown) => void,
): OpenRecord {
  const keys = masterKeysIn(secretsFolder);
  const sealer = repeat(SEAL_EVERY_MS, () => sealAll(database), logFault);
  const checker = repeat(CHECK_EVERY_MS, () => checkRecords(database, keys, clock), logFault);
  return {
    recordEntry: recordEntryWith(keys),
    readPayloads: payloadReader(keys),
    async stop() {
      await Promise.all([sealer.stop(), checker.stop()]);
      await sealAll(database);
    },
  };
}
