import { encode } from 'uqr';
import { base32 } from './base32.ts';

/** What an authenticator app is told about an account. */
export interface AuthenticatorAccount {
  /** The installation, as the app shows it. */
  readonly issuer: string;
  /** The mail address. */
  readonly account: string;
  readonly secret: Uint8Array;
}

/** The `otpauth:` address that sets up an authenticator app. */
export function authenticatorUri({ issuer, account, secret }: AuthenticatorAccount): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}

/** A QR code as one SVG path: a square of `size` units with the quiet border inside. */
export interface QrPath {
  readonly size: number;
  /** Path data: one rectangle per run of dark modules in a row. */
  readonly path: string;
}

/** The quiet zone around the code (ISO/IEC 18004: four modules). */
const QUIET = 4;

/**
 * A text as a QR code.
 *
 * @throws RangeError when the text is longer than a QR code holds
 */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return { size, path };
}

function darkRuns(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    runs.push([start, x - start + 1]);
  }
  return runs;
}
