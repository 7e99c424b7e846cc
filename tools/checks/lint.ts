import type { Check } from './check.ts';
import { commandFailures } from './command-failures.ts';

/**
 * Mistakes that a program can see; the rules stand in `.oxlintrc.json`. Off there: what asks about JSX made into text,
 * and about spreading letters, both meant here.
 */
export const lint: Check = {
  name: 'lint',
  run: async (root) => commandFailures(root, 'oxlint', ['--type-aware', '--format', 'unix']),
};
