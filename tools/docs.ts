/** `npm run docs`: writes the pages of `docs/` that are made from the code, and takes away those of things that are gone. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGE_FOLDERS, allPages } from './pages/all-pages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const pages = allPages(ROOT);
for (const folder of PAGE_FOLDERS) rmSync(join(ROOT, folder), { recursive: true, force: true });
for (const { path, text } of pages) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}
console.log(`${pages.length} pages written`);
