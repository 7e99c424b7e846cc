import { modulesFound } from './found.ts';
import type { Job } from './job.ts';

/** Every job of the product. */
export const JOBS: readonly Job[] = (await modulesFound<{ readonly job: Job }>('.job.ts')).map(
  ({ job }) => job,
);
