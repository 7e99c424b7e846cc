import { atTheDoor } from '#server/database/transaction.ts';
import type { Job } from '#server/features/job.ts';
import type { Rows } from '#server/scope.ts';
import './mail-links.store.ts';
import './sign-ins.store.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** A sign-in lasts a week at most; what is known of it after that is kept as long as a web log (two weeks). */
const SIGN_IN_DAYS = 7 + 14;
/** A link is good for ten minutes; a day later nobody asks why it did not work. */
const LINK_DAYS = 1;

/** Removes sign-ins and links that are long over. */
export async function removeOver(rows: Rows, at: Date): Promise<void> {
  const before = (days: number): Date => new Date(at.getTime() - days * DAY_MS);
  await rows.deleteFrom('mail_links').where('expires_at', '<', before(LINK_DAYS)).execute();
  await rows.deleteFrom('sign_ins').where('started_at', '<', before(SIGN_IN_DAYS)).execute();
}

/** Once an hour. */
export const job: Job = {
  name: 'clean-up',
  everyMs: HOUR_MS,
  run: ({ database, clock }) => atTheDoor(database, 'read write', (rows) => removeOver(rows, clock.now())),
};
