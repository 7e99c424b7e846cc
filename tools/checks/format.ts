import type { Check } from './check.ts';
import { commandFailures } from './command-failures.ts';

/** One layout of the code; `npm run format` makes it. */
export const format: Check = {
  name: 'format',
  run: async (root) => commandFailures(root, 'prettier', ['--check', '--log-level', 'warn', '.']),
};
