/** What a backup says of itself before its rows. */
export interface BackupHead {
  readonly format: 1;
  /** When its one moment was. */
  readonly at: string;
  /** Of the server that it was made on; any other of 15 or later can read it. */
  readonly postgresql: string;
  readonly migrations: readonly { readonly name: string; readonly digest: string }[];
  readonly tables: readonly TableShape[];
  readonly sequences: readonly SequenceState[];
}

/** A table whose rows are in a backup, in the order in which they can be written again. */
export interface TableShape {
  /** With its schema, quoted where that is needed. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Puts the rows into the same order on every server. */
  readonly order: readonly string[];
}

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

/** What was written, after all rows: without it a backup is not whole. */
export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 of each table's rows, as text. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Rows as text, the same bytes on every server: a table in the order of its key. */
export function copyOut({ name, columns, order }: TableShape): string {
  return `copy (select ${columns.join(', ')} from ${name} order by ${order.join(', ')}) to stdout`;
}

export function copyIn({ name, columns }: TableShape): string {
  return `copy ${name} (${columns.join(', ')}) from stdin`;
}

/** How values are written, whatever the server's own habits. */
export const TEXT_SETTINGS = `
  set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;
