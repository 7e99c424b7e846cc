import { expect, test } from 'vitest';
import { authenticatorUri, qrPath } from './authenticator-uri.ts';

test('the address has the form of the key URI of authenticator apps, with everything in it escaped', () => {
  const uri = authenticatorUri({
    issuer: 'Fern & Hill',
    account: 'priya@fernhill.example',
    secret: Buffer.from('foobar'),
  });
  expect(uri).toBe(
    'otpauth://totp/Fern%20%26%20Hill:priya%40fernhill.example?secret=MZXW6YTBOI&issuer=Fern%20%26%20Hill&algorithm=SHA1&digits=6&period=30',
  );
  expect(new URL(uri).searchParams.get('issuer')).toBe('Fern & Hill');
});

/** The modules of a path, as rows of 0 and 1. */
function modules({ size, path }: ReturnType<typeof qrPath>): number[][] {
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let i = 0; i < Number(length); i++) rows[Number(y)]![Number(x) + i] = 1;
  return rows;
}

test('a short text makes a code of 21 modules with a quiet border of 4 and three finders (ISO/IEC 18004)', () => {
  const rows = modules(qrPath('otpauth'));
  expect(rows).toHaveLength(29);
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  const seen = (x: number, y: number): string[] =>
    finder.map((_, i) => rows[y + i]!.slice(x, x + 7).join(''));
  for (const [x, y] of [
    [4, 4],
    [18, 4],
    [4, 18],
  ] as const)
    expect(seen(x, y)).toEqual(finder);
  for (let i = 0; i < 29; i++)
    for (const quiet of [0, 1, 2, 3, 25, 26, 27, 28]) expect(rows[quiet]![i]! + rows[i]![quiet]!).toBe(0);
});
