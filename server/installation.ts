import type { FileDesk } from '#server/evaluating/file-desk.ts';
import type { DoorLimits } from '#server/sign-in/door-limits.ts';

/** What is true of this installation while it runs; handed in at its start. */
export interface Installation {
  /** Scheme, host and port that browsers use, without a slash at the end. */
  readonly origin: string;
  /** Whether mails leave by a mail server, or are shown in the terminal. */
  readonly mail: 'leaves' | 'is shown in the terminal';
  /** 32 bytes; locks the secrets of second factors. Kept in another place than the database. */
  readonly secretKey: Uint8Array;
  /** How often somebody may try to come in. */
  readonly limits: DoorLimits;
  /** Where files that people bring along are kept and worked on; without it none are taken. */
  readonly desk?: FileDesk;
}
