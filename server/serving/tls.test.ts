import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeNodeServer } from '#server/http/node-server.ts';
import { securityHeaders } from '#server/http/headers.ts';
import { listening } from './listening.ts';
import { readTls } from './tls.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-tls-'));
  for (const name of ['one', 'other'])
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
        ...[
          '-subj',
          '/CN=m.example.org',
          '-keyout',
          join(folder, `${name}.key`),
          '-out',
          join(folder, `${name}.pem`),
        ],
      ],
      { stdio: 'ignore' },
    );
  writeFileSync(join(folder, 'no.pem'), 'not a certificate');
});
afterAll(() => rmSync(folder, { recursive: true }));

const files = (certificate: string, key: string) => ({
  certificate: join(folder, certificate),
  key: join(folder, key),
});

test('over TLS every answer says that there is no other way', async () => {
  const origin = 'https://m.example.org';
  const server = makeNodeServer({
    origin,
    tls: readTls(files('one.pem', 'one.key')),
    answer: (asked) => new Response(new URL(asked.url).protocol, { headers: securityHeaders(origin) }),
    connected: () => undefined,
    refused: () => undefined,
  });
  const port = await listening(server, '127.0.0.1', 0);
  const answer = async (version: 'TLSv1.3' | 'TLSv1.1') =>
    new Promise<[string | undefined, string]>((resolve, reject) => {
      const asking = request(
        {
          port,
          host: '127.0.0.1',
          headers: { host: 'm.example.org' },
          rejectUnauthorized: false,
          minVersion: 'TLSv1.1',
          maxVersion: version,
          agent: false,
        },
        (response) => {
          let text = '';
          response.on('data', (part) => (text += String(part)));
          response.on('end', () => resolve([response.headers['strict-transport-security'], text]));
        },
      );
      asking.on('error', reject).end();
    });
  expect(await answer('TLSv1.3')).toEqual(['max-age=63072000; includeSubDomains', 'https:']);
  await expect(answer('TLSv1.1')).rejects.toThrow();
  server.close();
});

test.each([
  ['missing.pem', 'one.key'],
  ['one.pem', 'missing.key'],
  ['no.pem', 'one.key'],
  ['one.pem', 'other.key'],
])('%s with %s is refused in a line', (certificate, key) => {
  expect(() => readTls(files(certificate, key))).toThrow('serve.refused.tls-file');
});
