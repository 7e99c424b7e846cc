import { readdirSync } from 'node:fs';

/** Modules of the features whose file ends in `ending`, in the order of their names: a folder is all that a feature needs to be found. */
export async function modulesFound<Module>(ending: `.${string}.ts`): Promise<Module[]> {
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => /^[a-z-]+\/[a-z-]+\.[a-z]+\.ts$/.test(file) && file.endsWith(ending))
    .sort();
  return Promise.all(files.map((file) => import(new URL(file, here).href) as Promise<Module>));
}
