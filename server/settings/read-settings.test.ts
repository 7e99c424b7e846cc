import { describe, expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';
import { Refused } from './settings.ts';

const TLS = { PLUMBLINE_TLS_CERT: 'cert.pem', PLUMBLINE_TLS_KEY: 'key.pem' };

function refusalsOf(args: readonly string[], environment: Record<string, string> = {}): string[] {
  try {
    readSettings(args, environment);
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.refusals.map(({ text }) => text.replace('serve.refused.', ''));
    throw error;
  }
}

describe('settings', () => {
  test('without a word from outside it listens on this machine only', () => {
    const { host, port, origin, metricsPort, database, trustedProxies } = readSettings([], {});
    expect({ host, port, origin, metricsPort, database, trustedProxies }).toEqual({
      host: '127.0.0.1',
      port: 7420,
      origin: 'http://127.0.0.1:7420',
      metricsPort: 7421,
      database: null,
      trustedProxies: [],
    });
  });

  test('an option wins over its variable', () => {
    expect(readSettings(['--port', '8001'], { PLUMBLINE_PORT: '8002' }).port).toBe(8001);
    expect(readSettings([], { PLUMBLINE_PORT: '8002' }).origin).toBe('http://127.0.0.1:8002');
    expect(readSettings([], { PLUMBLINE_PORT: ' ' }).port).toBe(7420);
  });

  test('secrets lie beside the data, never inside', () => {
    const { dataFolder, secretsFolder } = readSettings(['--data', '/srv/plumbline'], {});
    expect([dataFolder, secretsFolder]).toEqual(['/srv/plumbline', '/srv/plumbline-secrets']);
    expect(refusalsOf(['--data', '/srv/p', '--secrets', '/srv/p/keys'])).toEqual(['secrets-in-data']);
    expect(refusalsOf(['--data', '/srv/p', '--secrets', '/srv/p'])).toEqual(['secrets-in-data']);
    expect(refusalsOf(['--data', '/srv/p', '--secrets', '/srv/p-keys'])).toEqual([]);
  });

  test.each([
    ['--host', '0.0.0.0', '--origin', 'https://m.example.org'],
    ['--host', '192.0.2.4', '--origin', 'https://m.example.org'],
    ['--host', '::', '--origin', 'https://m.example.org'],
  ])('%s %s without TLS and without a proxy is refused', (...args) => {
    expect(refusalsOf(args)).toContain('open');
    expect(refusalsOf(args, TLS)).toEqual([]);
    expect(refusalsOf(args, { PLUMBLINE_TRUSTED_PROXY: '10.0.0.0/8' })).toEqual([]);
  });

  test('an http address off this machine is refused, also behind a proxy', () => {
    const proxy = { PLUMBLINE_TRUSTED_PROXY: 'loopback' };
    expect(refusalsOf(['--origin', 'http://m.example.org'], proxy)).toEqual(['http-origin']);
    expect(refusalsOf(['--origin', 'http://localhost:7420'])).toEqual([]);
    expect(refusalsOf(['--origin', 'http://[::1]:7420', '--host', '::1'])).toEqual([]);
  });

  test('an https address that nobody serves is refused, and so is http where TLS is given', () => {
    expect(refusalsOf(['--origin', 'https://m.example.org'])).toEqual(['nobody-speaks-tls']);
    expect(refusalsOf(['--origin', 'http://127.0.0.1:7420'], TLS)).toEqual(['tls-but-http']);
    expect(refusalsOf([], { PLUMBLINE_TLS_CERT: 'cert.pem' })).toEqual(['half-tls']);
  });

  test('listening everywhere needs the name that browsers call', () => {
    expect(refusalsOf(['--host', '0.0.0.0'], TLS)).toEqual(['origin-everywhere']);
  });

  test.each([
    'https://m.example.org/app',
    'https://u:p@m.example.org',
    'ftp://m.example.org',
    'm.example.org',
    'https://m.example.org/?a',
  ])('the address %s is refused', (origin) =>
    expect(refusalsOf(['--origin', origin], TLS)).toContain('origin'),
  );

  test.each(['-1', '65536', '7e3', '0x50', 'http', '٧٤٢٠'])('the port %s is refused', (port) => {
    expect(refusalsOf([], { PLUMBLINE_PORT: port })).toContain('port');
  });

  test.each(['0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.example.org', '10.0.0.0/8/8', '300.1.1.1'])(
    'the proxy %s is refused',
    (proxy) => expect(refusalsOf([], { PLUMBLINE_TRUSTED_PROXY: proxy })).toEqual(['proxy']),
  );

  test('all reasons come at once', () => {
    const environment = {
      PLUMBLINE_LOG_LEVEL: 'loud',
      PLUMBLINE_SMTP_URL: 'mail.example.org',
      DATABASE_URL: 'mysql://db',
    };
    expect(refusalsOf(['--host', '192.0.2.4', '--port', 'x'], environment).sort()).toEqual(
      ['database-url', 'http-origin', 'log-level', 'mail', 'mail-from', 'open', 'port'].sort(),
    );
  });

  test('an unknown option is refused by name', () => {
    expect(refusalsOf(['--prot', '7420'])).toEqual(['option']);
  });

  test('details of faults are shown on this machine only', () => {
    expect(
      refusalsOf(['--host', '192.0.2.4', '--origin', 'https://m.example.org'], {
        ...TLS,
        PLUMBLINE_DEBUG: '1',
      }),
    ).toEqual(['debug']);
  });
});
