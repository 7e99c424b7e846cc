import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** A module for the browser, ready to be sent. */
export interface BrowserModule {
  /** As in `server/browser/palette.ts`: `palette`. */
  readonly name: string;
  readonly code: string;
}

const FOLDER = fileURLToPath(new URL('../browser', import.meta.url));

/** Browsers that know `<details>` of one name, `:has()` and dialogs; everything works without modules too. */
const TARGET = ['chrome111', 'firefox115', 'safari16.4'];

let names: readonly string[] | undefined;

/** The names of all modules, as the folder has them; read once. */
export function moduleNames(): readonly string[] {
  names ??= readdirSync(FOLDER)
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
  return names;
}

/** Every module, bundled on its own: the same bytes from the same sources. */
export function modules(): BrowserModule[] {
  const { outputFiles } = buildSync({
    entryPoints: moduleNames().map((name) => `${FOLDER}/${name}.ts`),
    outdir: 'out',
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ path, text }) => ({ name: /([a-z-]+)\.js$/.exec(path)![1]!, code: text }));
}
