import { readdirSync } from 'node:fs';
import type { Route } from '#server/http/route.ts';

/** Modules named `<noun>.routes.ts` in a folder of this one; each exports `routes`. */
async function found(): Promise<Route[]> {
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => /^[a-z-]+\/[a-z-]+\.routes\.ts$/.test(file))
    .sort();
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, here).href) as Promise<{ routes: readonly Route[] }>),
  );
  return modules.flatMap((module) => module.routes);
}

/** Every route of the product: what is not here cannot be reached. */
export const ROUTES: readonly Route[] = await found();
