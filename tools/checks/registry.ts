import type { Check } from './check.ts';
import { rooms } from './rooms.ts';

/** Every check of the repository, in the order in which it runs; one line each. */
export const CHECKS: readonly Check[] = [rooms];
