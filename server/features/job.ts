import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { RecordEntry } from '#server/record-store/record-entry.ts';
import type { Clock } from '#server/scope.ts';

/** What a job stands on. */
export interface JobParts {
  readonly database: Kysely<Tables>;
  readonly clock: Clock;
  readonly origin: string;
  readonly mailer: Mailer;
  readonly recordEntry: RecordEntry;
  readonly logFault: (reference: string, error: unknown) => void;
}

/**
 * Work that goes on by itself: a feature exports one as `job` from `<noun>.job.ts`, and it is found there.
 *
 * Each round does all that is due, in transactions of its own, so that a round that was cut off or ran twice changes nothing.
 */
export interface Job {
  readonly name: string;
  /** Pause between two rounds, in milliseconds. */
  readonly everyMs: number;
  readonly run: (parts: JobParts) => Promise<unknown>;
}
