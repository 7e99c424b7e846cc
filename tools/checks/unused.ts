import type { Check } from './check.ts';
import { commandFailures } from './command-failures.ts';

/**
 * No file that nothing reaches, no dependency that nothing asks for, none that is asked for and not listed. Exports are
 * left out: a part of a contract may be named before anybody else says its name.
 */
export const unused: Check = {
  name: 'unused',
  run: async (root) =>
    commandFailures(root, 'knip', [
      '--include',
      'files,dependencies,unlisted,unresolved',
      '--no-progress',
      '--no-config-hints',
    ]),
};
