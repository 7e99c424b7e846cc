import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { assetAt, assetPath, assets } from './assets.ts';
import { moduleNames, modules } from './browser-modules.ts';

const KILOBYTE = 1000;

test('each module is under 15 KB compressed, and all together are under 60 KB', () => {
  const sizes = modules().map(({ name, code }) => ({ name, bytes: gzipSync(code).length }));
  expect(sizes.length).toBeGreaterThanOrEqual(10);
  expect(sizes.filter(({ bytes }) => bytes >= 15 * KILOBYTE)).toEqual([]);
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(60 * KILOBYTE);
});

test('the style sheet is under 15 KB compressed, and reaches for nothing but our own typeface', () => {
  const css = new TextDecoder().decode(assets().get('style.css')!.bytes);
  expect(gzipSync(css).length).toBeLessThan(15 * KILOBYTE);
  const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1]!);
  expect(addresses.length).toBe(7);
  for (const address of addresses) expect(assetAt(address)?.type, address).toBe('font/woff2');
  expect(css).not.toMatch(/https?:|@import/);
});

test('the style sheet has no side of its own: what is left in one language is right in another', () => {
  const css = new TextDecoder().decode(assets().get('style.css')!.bytes);
  const physical = css.match(
    /[{;](?:margin|padding|border)-(?:left|right)|[{;](?:left|right|float|text-align):(?:left|right|\d)/g,
  );
  expect(physical).toBeNull();
});

test('an asset may be kept for ever: its address holds the digest of its bytes, and the same sources give the same bytes', () => {
  const style = assets().get('style.css')!;
  expect(style.digest).toBe(createHash('sha256').update(style.bytes).digest('hex'));
  expect(style.path).toBe(`/assets/style-${style.digest.slice(0, 16)}.css`);
  expect(assetAt(style.path)).toBe(style);
  expect(modules()).toEqual(modules());
});

test('an address that was never given out, or is no longer right, has no asset', () => {
  for (const path of [
    '/assets/style.css',
    '/assets/../package.json',
    '/assets/',
    '/assets/style-0000000000000000.css',
  ]) {
    expect(assetAt(path)).toBeUndefined();
  }
  expect(() => assetPath('nothing.css')).toThrow(RangeError);
});

test('every module of the folder is an asset', () => {
  for (const name of moduleNames())
    expect(assetPath(`${name}.js`)).toMatch(/^\/assets\/[a-z]+-[0-9a-f]{16}\.js$/);
});

test('no module writes text into a place where it would become markup or code', () => {
  for (const { name, code } of modules()) {
    expect(code, name).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|Function\(/,
    );
  }
});
