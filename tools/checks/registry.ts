import type { Check } from './check.ts';
import { dependencies } from './dependencies.ts';
import { examplesRun } from './examples-run.ts';
import { format } from './format.ts';
import { lint } from './lint.ts';
import { oracles } from './oracles.ts';
import { pages } from './pages.ts';
import { place } from './place.ts';
import { purity } from './purity.ts';
import { registered } from './registered.ts';
import { rooms } from './rooms.ts';
import { size } from './size.ts';
import { types } from './types.ts';
import { unused } from './unused.ts';
import { words } from './words.ts';

/** Every check of the repository, in the order in which it runs; one line each. */
export const CHECKS: readonly Check[] = [
  types,
  lint,
  format,
  unused,
  rooms,
  purity,
  size,
  registered,
  oracles,
  words,
  place,
  dependencies,
  examplesRun,
  pages,
];
