import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { modules } from './browser-modules.ts';
import { PLUMB_ICON } from '#report/formats/style/plumb-mark.tsx';
import { styleSheet } from './style/sheet.ts';

/** A file that pages load. Its path holds the digest of its bytes, so it may be kept for ever. */
export interface Asset {
  /** As pages ask for it: `style.css`. */
  readonly name: string;
  /** As browsers ask for it: `/assets/style-3f1c….css`. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes as hexadecimal digits. */
  readonly digest: string;
}

/** Where assets are served. */
export const ASSETS_FOLDER = '/assets/';

/** What an asset may be kept with: its address changes when it does. */
export const ASSET_CACHE_CONTROL = 'public, max-age=31536000, immutable';

const FONT = '@fontsource-variable/source-sans-3';
const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const;

let made: ReadonlyMap<string, Asset> | undefined;

/** All assets by name, made once. Call it when the server starts, so that the first page does not wait. */
export function assets(): ReadonlyMap<string, Asset> {
  made ??= new Map(everyAsset().map((asset) => [asset.name, asset]));
  return made;
}

/**
 * The address of an asset, for a page.
 *
 * @throws RangeError when there is no asset of this name
 */
export function assetPath(name: string): string {
  const asset = assets().get(name);
  if (asset === undefined) throw new RangeError(`assetPath: there is no asset ${name}`);
  return asset.path;
}

/** The asset at an address; undefined when there is none, also when its content has changed since. */
export function assetAt(path: string): Asset | undefined {
  return [...assets().values()].find((asset) => asset.path === path);
}

function everyAsset(): Asset[] {
  const { css, files } = typeface();
  return [
    ...files,
    asset('style.css', Buffer.from(styleSheet(css))),
    asset('mark.svg', Buffer.from(PLUMB_ICON)),
    ...modules().map(({ name, code }) => asset(`${name}.js`, Buffer.from(code))),
  ];
}

function asset(name: string, bytes: Uint8Array): Asset {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const [, stem, ending] = /^(.*)\.(\w+)$/.exec(name)!;
  return {
    name,
    path: `${ASSETS_FOLDER}${stem}-${digest.slice(0, 16)}.${ending}`,
    type: TYPES[ending as keyof typeof TYPES],
    bytes,
    digest,
  };
}

/**
 * The upright faces of the typeface with our own addresses and our own name for it. A face that comes late is used from
 * the next page on (`optional`): nothing moves under the eyes of a reader.
 */
function typeface(): { css: string; files: Asset[] } {
  const require = createRequire(import.meta.url);
  const files: Asset[] = [];
  const source = readFileSync(require.resolve(`${FONT}/index.css`), 'utf8');
  const css = source
    .replaceAll('Source Sans 3 Variable', 'Source Sans 3')
    .replaceAll('font-display: swap', 'font-display: optional')
    .replace(/url\(\.\/files\/([^)]+)\)/g, (_, name: string) => {
      const file = asset(name, readFileSync(require.resolve(`${FONT}/files/${name}`)));
      files.push(file);
      return `url(${file.path})`;
    });
  return { css, files };
}
