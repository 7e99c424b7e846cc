import type { Check } from './check.ts';
import { commandFailures } from './command-failures.ts';

/** The whole tree compiles under the strict rules of `tsconfig.json`; what runs in browsers knows the names of browsers. */
export const types: Check = {
  name: 'types',
  run: async (root) =>
    ['.', 'server/browser'].flatMap((project) => commandFailures(root, 'tsc', ['-p', project])),
};
