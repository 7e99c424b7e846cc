import { join } from 'node:path';
import type { Database } from '#server/database/database.ts';
import { openFileDesk, type OpenDesk } from '#server/features/files/files.desk.ts';
import { JOBS } from '#server/features/jobs.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import { openRecord, type OpenRecord } from '#server/record-store/open-record.ts';
import { repeat } from '#server/record-store/repeat.ts';
import type { Clock } from '#server/scope.ts';
import { secretNamed } from '#server/settings/secrets.ts';

/** Files whose time is over are gone within a minute. */
const SWEEP_MS = 60_000;

/** What goes on beside the requests: the sealer of the record and its verification, the jobs of the features, work on files. */
export interface Background {
  readonly record: OpenRecord;
  readonly desk: OpenDesk;
  /** Lets what is under way end, and seals what still waits. */
  stop(): Promise<void>;
}

/** What it stands on. */
export interface BackgroundParts {
  readonly database: Database;
  readonly dataFolder: string;
  readonly secretsFolder: string;
  readonly clock: Clock;
  readonly origin: string;
  readonly mailer: Mailer;
  readonly logFault: (reference: string, error: unknown) => void;
}

/** Begins it. A fault of one round is told and tried again; none ends the server. */
export function startBackground(parts: BackgroundParts): Background {
  const { database, dataFolder, secretsFolder, clock, origin, mailer, logFault } = parts;
  const record = openRecord(database.rows, secretsFolder, clock, (fault) => logFault('record', fault));
  const { recordEntry } = record;
  const desk = openFileDesk({
    database: database.rows,
    folder: join(dataFolder, 'uploads'),
    key: secretNamed(secretsFolder, 'uploads'),
    clock,
    fault: (fault) => logFault('files', fault),
  });
  const sweep = async (): Promise<void> => void (await desk.sweep());
  const jobs = JOBS.map((job) =>
    repeat(
      job.everyMs,
      async () => {
        await job.run({ database: database.rows, clock, origin, mailer, recordEntry, logFault });
      },
      (fault) => logFault(job.name, fault),
    ),
  );
  jobs.push(repeat(SWEEP_MS, sweep, (fault) => logFault('files', fault)));
  return {
    record,
    desk,
    async stop() {
      await desk.close();
      await Promise.all(jobs.map((job) => job.stop()));
      await record.stop();
    },
  };
}
