import type { Check } from './check.ts';
import { commandFailures } from './command-failures.ts';

/** The whole tree compiles under the strict rules of `tsconfig.json`. */
export const types: Check = {
  name: 'types',
  run: async (root) => commandFailures(root, 'tsc', ['-p', '.']),
};
