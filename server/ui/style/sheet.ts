import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { BLOCKS_CSS } from '#report/formats/style/blocks-css.ts';
import { COLOURS } from './tokens.ts';

/** Parts in the order in which they may correct each other; the blocks of the report come before those of pages. */
const BEFORE_BLOCKS = ['base', 'page', 'form'];
const AFTER_BLOCKS = ['blocks', 'groups', 'media'];

/** The one style sheet of all pages. `faces` are the declarations of the typeface, whose addresses only the server knows. */
export function styleSheet(faces: string): string {
  const read = (part: string) => readFileSync(new URL(`${part}.css`, import.meta.url), 'utf8');
  const whole = [COLOURS, faces, ...BEFORE_BLOCKS.map(read), BLOCKS_CSS, ...AFTER_BLOCKS.map(read)].join(
    '\n',
  );
  return transformSync(whole, {
    loader: 'css',
    minify: true,
    target: ['chrome111', 'firefox115', 'safari16.4'],
  }).code;
}
