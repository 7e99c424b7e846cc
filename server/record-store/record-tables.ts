import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Header } from '#record/entry/header.ts';
import type { RecordBreak } from '#record/verify.ts';

/** A person (or the organisation) whom payloads are about. */
export interface RecordSubjectRow {
  readonly organisation_id: string;
  readonly id: string;
  /** The pseudonym. */
  readonly actor: string;
  /** The name of the master key. */
  readonly wrapped_by: string;
  readonly salt_wrapped: Buffer;
  readonly key_wrapped: Buffer;
}

/** An entry that waits to be sealed. */
export interface RecordPendingRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly header: ColumnType<Header, string>;
  readonly leaf: Buffer;
  readonly program_id: GeneratedAlways<string | null>;
}

/** A sealed entry. */
export interface RecordEntryRow extends RecordPendingRow {
  readonly seq: ColumnType<number, number>;
  readonly root: Buffer;
  readonly kind: GeneratedAlways<string>;
}

/** What of an entry can be erased. */
export interface RecordPrivateRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly program_id: string | null;
  readonly kind: string;
  /** Who acted; `null` where nobody in particular did. */
  readonly actor_id: string | null;
  readonly subject_id: string;
  readonly key_wrapped: Buffer;
  readonly payload_locked: Buffer;
}

/** How far a record reaches. */
export interface RecordHeadRow {
  readonly organisation_id: string;
  readonly size: number;
  readonly subtrees: Buffer[];
  readonly root: Buffer;
}

/** A verification, asked for and, once it has ended, its result. */
export interface RecordCheckRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly asked_at: Date;
  readonly asked_by: string | null;
  readonly ended_at: Date | null;
  readonly entries: number | null;
  readonly payloads: number | null;
  readonly erased: number | null;
  readonly breaks: ColumnType<readonly RecordBreak[] | null, string | null, string | null>;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    record_subjects: RecordSubjectRow;
    record_pending: RecordPendingRow;
    record_entries: RecordEntryRow;
    record_private: RecordPrivateRow;
    record_heads: RecordHeadRow;
    record_checks: RecordCheckRow;
  }
}
