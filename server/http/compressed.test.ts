import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from './compressed.ts';

const PAGE = `<!doctype html><p>${'Grüße, '.repeat(1000)}</p>`;
const asking = (headers: Record<string, string>) => new Request('http://h/', { headers });

describe('an answer', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', null],
    ['identity', null],
    ['', null],
  ])('to somebody who understands “%s” is sent as %s', async (accepted, encoding) => {
    const answer = await compressed(
      asking({ 'accept-encoding': accepted }),
      'text/html; charset=utf-8',
      PAGE,
    );
    expect(answer.encoding).toBe(encoding);
    const back = { br: brotliDecompressSync, gzip: gunzipSync };
    const text =
      encoding === null ? answer.body : back[answer.encoding!](answer.body as Uint8Array).toString();
    expect(text).toBe(PAGE);
    if (encoding !== null) expect(answer.body.length).toBeLessThan(PAGE.length / 50);
  });

  test('that another site asked for, or that is short, or no text, is sent as it is', async () => {
    const br = { 'accept-encoding': 'br' };
    const as = async (headers: Record<string, string>, type: string, body: string) =>
      (await compressed(asking(headers), type, body)).encoding;
    expect(await as({ ...br, 'sec-fetch-site': 'cross-site' }, 'text/html', PAGE)).toBeNull();
    expect(await as({ ...br, 'sec-fetch-site': 'same-site' }, 'text/html', PAGE)).toBeNull();
    expect(await as({ ...br, 'sec-fetch-site': 'same-origin' }, 'text/html', PAGE)).toBe('br');
    expect(await as({ ...br, 'sec-fetch-site': 'none' }, 'text/html', PAGE)).toBe('br');
    expect(await as(br, 'text/html', 'short')).toBeNull();
    expect(await as(br, 'application/pdf', PAGE)).toBeNull();
    expect(await as(br, 'font/woff2', PAGE)).toBeNull();
  });
});
