import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refused } from './settings.ts';

/** 256 bits: nobody guesses them, whatever they are used for. */
const SECRET_BYTES = 32;

/**
 * The secret of a name, 32 bytes from a file of its own in the folder of secrets; made with the system's generator when it
 * is missing.
 *
 * @throws Refused when others can read it, or when it was made by hand: short, or hardly any different letters
 */
export function secretNamed(folder: string, name: string): Buffer {
  if (!/^[a-z][a-z-]*$/.test(name))
    throw new RangeError(`secretNamed: "${name}" must be small letters and -`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseReadable(folder);
  const file = join(folder, `${name}.key`);
  if (!existsSync(file)) makeSecret(folder, file);
  refuseReadable(file);
  const text = readFileSync(file, 'utf8').trim();
  const secret = /^[\w-]+$/.test(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0);
  if (secret.length < SECRET_BYTES || new Set(secret).size < SECRET_BYTES / 4)
    throw new Refused([{ text: 'serve.refused.weak-secret', values: { file } }]);
  return secret;
}

/** Written beside and then linked: of two processes that start at once, both end with the same secret. */
function makeSecret(folder: string, file: string): void {
  const draft = join(folder, `.${randomBytes(6).toString('hex')}`);
  writeFileSync(draft, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

/** What others on this machine can read is no secret. Windows has no such modes and is not asked. */
function refuseReadable(path: string): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  throw new Refused([{ text: 'serve.refused.readable-secret', values: { path } }]);
}
