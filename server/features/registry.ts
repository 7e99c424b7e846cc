import type { Route } from '#server/http/route.ts';
import { modulesFound } from './found.ts';

/** Every route of the product: what is not here cannot be reached. */
export const ROUTES: readonly Route[] = (
  await modulesFound<{ readonly routes: readonly Route[] }>('.routes.ts')
).flatMap(({ routes }) => routes);
