import { designPage } from './design-page.ts';
import { instrumentPages } from './instrument-pages.ts';
import { measurePages } from './measure-pages.ts';
import { methodPages } from './method-pages.ts';
import type { Page } from './page.ts';

/** Every page of `docs/` that is made from the code of the repository at `root`. */
export function allPages(root: string): Page[] {
  return [...measurePages(), ...methodPages(root), designPage(), ...instrumentPages()];
}

/** Folders that hold nothing but such pages. */
export const PAGE_FOLDERS = ['docs/measures/', 'docs/methods/', 'docs/instruments/'] as const;
