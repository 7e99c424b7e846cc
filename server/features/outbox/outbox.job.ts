import type { Job } from '#server/features/job.ts';
import { deliverDue } from './deliver.ts';

/** Somebody waits for a link to sign in: mails leave within a second. */
export const job: Job = { name: 'mail', everyMs: 500, run: deliverDue };
