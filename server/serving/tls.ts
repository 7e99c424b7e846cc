import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { Refused, type TlsFiles } from '#server/settings/settings.ts';

/** Certificate and key, read. */
export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * The certificate and its key.
 *
 * @throws Refused when a file cannot be read, is no PEM, or the two do not belong together
 */
export function readTls({ certificate, key }: TlsFiles): Tls {
  const read = { cert: readPem(certificate), key: readPem(key) };
  try {
    createSecureContext(read);
  } catch (error) {
    throw unusable(`${certificate}, ${key}`, error);
  }
  return read;
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): Refused {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return new Refused([{ text: 'serve.refused.tls-file', values: { file, reason } }]);
}
