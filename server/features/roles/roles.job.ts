import type { Job } from '#server/features/job.ts';
import { tidyRoles } from './tidy-roles.ts';

/** An organisation's night begins at another hour in each zone; looking every hour is enough and costs little. */
export const job: Job = { name: 'roles', everyMs: 60 * 60 * 1000, run: tidyRoles };
