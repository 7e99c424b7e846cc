import type { Database } from '#server/database/database.ts';
import { openRecord, type OpenRecord } from '#server/record-store/open-record.ts';
import type { Clock } from '#server/scope.ts';

/** What goes on beside the requests: the sealer of the record, and its verification. */
export interface Background {
  readonly record: OpenRecord;
  /** Lets what is under way end, and seals what still waits. */
  stop(): Promise<void>;
}

/** Begins it. A fault of one round is told and tried again; none ends the server. */
export function startBackground(
  database: Database,
  secretsFolder: string,
  clock: Clock,
  logFault: (reference: string, error: unknown) => void,
): Background {
  const record = openRecord(database.rows, secretsFolder, clock, (fault) => logFault('record', fault));
  return { record, stop: () => record.stop() };
}
