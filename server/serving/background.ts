import type { Database } from '#server/database/database.ts';
import { JOBS } from '#server/features/jobs.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import { openRecord, type OpenRecord } from '#server/record-store/open-record.ts';
import { repeat } from '#server/record-store/repeat.ts';
import type { Clock } from '#server/scope.ts';

/** What goes on beside the requests: the sealer of the record and its verification, and the jobs of the features. */
export interface Background {
  readonly record: OpenRecord;
  /** Lets what is under way end, and seals what still waits. */
  stop(): Promise<void>;
}

/** What it stands on. */
export interface BackgroundParts {
  readonly database: Database;
  readonly secretsFolder: string;
  readonly clock: Clock;
  readonly origin: string;
  readonly mailer: Mailer;
  readonly logFault: (reference: string, error: unknown) => void;
}

/** Begins it. A fault of one round is told and tried again; none ends the server. */
export function startBackground(parts: BackgroundParts): Background {
  const { database, secretsFolder, clock, origin, mailer, logFault } = parts;
  const record = openRecord(database.rows, secretsFolder, clock, (fault) => logFault('record', fault));
  const { recordEntry } = record;
  const jobs = JOBS.map((job) =>
    repeat(
      job.everyMs,
      async () => {
        await job.run({ database: database.rows, clock, origin, mailer, recordEntry, logFault });
      },
      (fault) => logFault(job.name, fault),
    ),
  );
  return {
    record,
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()));
      await record.stop();
    },
  };
}
