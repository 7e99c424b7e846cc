import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMailAddress } from '#server/mail/mail.ts';
import { proxiesIn } from './proxies.ts';
import {
  LOG_LEVELS,
  Refused,
  type DatabaseAddress,
  type MailServer,
  type Refusal,
  type Settings,
  type TlsFiles,
} from './settings.ts';
import { unsafeIn } from './unsafe.ts';

const USUAL_HOST = '127.0.0.1';
const USUAL_PORT = 7420;
/** Stands in for an address that was refused, so that the other checks can go on. */
const SOME_ORIGIN = 'http://127.0.0.1';
const OPTIONS = {
  host: { type: 'string' },
  port: { type: 'string' },
  origin: { type: 'string' },
  data: { type: 'string' },
  secrets: { type: 'string' },
  'metrics-port': { type: 'string' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of the server: an option wins over its `PLUMBLINE_…` variable, and that over what is usual.
 *
 * @throws Refused with every reason at once: what cannot be read, and what would not be safe
 */
export function readSettings(args: readonly string[], environment: Environment): Settings {
  const refusals: Refusal[] = [];
  const refuse = (text: string, values: Refusal['values']): void => void refusals.push({ text, values });
  const options = optionsOf(args);
  const asked = (name: keyof typeof OPTIONS): string | undefined =>
    options[name] ?? filled(environment[`PLUMBLINE_${name.toUpperCase().replaceAll('-', '_')}`]);
  const port = portOf('port', asked('port'), USUAL_PORT, refuse);
  const host = asked('host') ?? USUAL_HOST;
  const tls = tlsOf(environment, refuse);
  const dataFolder = resolve(asked('data') ?? 'plumbline-data');
  const settings: Settings = {
    host,
    port,
    origin: originOf(asked('origin'), { host, port, tls: tls !== null }, refuse),
    dataFolder,
    secretsFolder: resolve(asked('secrets') ?? join(dataFolder, '..', 'plumbline-secrets')),
    database: databaseOf(environment, refuse),
    tls,
    trustedProxies: proxiesIn(filled(environment['PLUMBLINE_TRUSTED_PROXY']), refuse),
    metricsPort:
      asked('metrics-port') === 'off'
        ? null
        : portOf('metrics-port', asked('metrics-port'), port === 0 ? 0 : port + 1, refuse),
    metricsPortAsked: asked('metrics-port') !== undefined,
    logLevel: levelOf(filled(environment['PLUMBLINE_LOG_LEVEL']), refuse),
    mail: mailOf(environment, refuse),
    debug: environment['PLUMBLINE_DEBUG'] === '1',
  };
  refusals.push(...unsafeIn(settings));
  if (refusals.length > 0) throw new Refused(refusals);
  return settings;
}

type Refuse = (text: string, values: Refusal['values']) => void;

function optionsOf(args: readonly string[]): Partial<Record<keyof typeof OPTIONS, string>> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refused([{ text: 'serve.refused.option', values: { reason } }]);
  }
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function portOf(name: string, value: string | undefined, usual: number, refuse: Refuse): number {
  if (value === undefined) return usual;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Infinity;
  if (port <= 65_535) return port;
  refuse('serve.refused.port', { name, value });
  return usual;
}

function originOf(
  value: string | undefined,
  { host, port, tls }: { readonly host: string; readonly port: number; readonly tls: boolean },
  refuse: Refuse,
): string {
  const scheme = tls ? 'https' : 'http';
  if (value === undefined) {
    const own = `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
    if (URL.canParse(own)) return new URL(own).origin;
    refuse('serve.refused.address', { host });
    return SOME_ORIGIN;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain =
    url !== undefined && /^https?:$/.test(url.protocol) && value.replace(/\/$/, '') === url.origin;
  if (plain) return url.origin;
  refuse('serve.refused.origin', { value });
  return SOME_ORIGIN;
}

function tlsOf(environment: Environment, refuse: Refuse): TlsFiles | null {
  const certificate = filled(environment['PLUMBLINE_TLS_CERT']);
  const key = filled(environment['PLUMBLINE_TLS_KEY']);
  if (certificate !== undefined && key !== undefined) return { certificate, key };
  if (certificate !== undefined || key !== undefined) refuse('serve.refused.half-tls', {});
  return null;
}

function databaseOf(environment: Environment, refuse: Refuse): DatabaseAddress | null {
  const application = filled(environment['DATABASE_URL']);
  if (application === undefined) return null;
  const owner = filled(environment['PLUMBLINE_OWNER_DATABASE_URL']) ?? null;
  for (const [name, url] of [
    ['DATABASE_URL', application],
    ['PLUMBLINE_OWNER_DATABASE_URL', owner],
  ] as const)
    if (url !== null && !/^postgres(ql)?:\/\//.test(url)) refuse('serve.refused.database-url', { name });
  return { application, owner };
}

function levelOf(value: string | undefined, refuse: Refuse): Settings['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === (value ?? 'info'));
  if (level === undefined)
    refuse('serve.refused.log-level', { value: value!, levels: LOG_LEVELS.join(', ') });
  return level ?? 'info';
}

function mailOf(environment: Environment, refuse: Refuse): MailServer | null {
  const smtpUrl = filled(environment['PLUMBLINE_SMTP_URL']);
  const from = filled(environment['PLUMBLINE_MAIL_FROM']);
  if (smtpUrl === undefined) return null;
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol))
    refuse('serve.refused.mail', {});
  if (from === undefined || !isMailAddress(from)) refuse('serve.refused.mail-from', {});
  return { smtpUrl, from: from ?? '' };
}
