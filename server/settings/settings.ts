/** Everything that the server is told from outside, read once and checked. */
export interface Settings {
  /** Where it listens. */
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port as browsers write them, without a slash at the end. */
  readonly origin: string;
  /** The private cluster and what belongs to it. */
  readonly dataFolder: string;
  /** Keys; never inside the data folder, so that a copy of the data is not a copy of the keys. */
  readonly secretsFolder: string;
  /** A PostgreSQL server in place of the private cluster. */
  readonly database: DatabaseAddress | null;
  readonly tls: TlsFiles | null;
  /** Addresses and networks (CIDR) whose word about the client counts. */
  readonly trustedProxies: readonly string[];
  /** Loopback port of metrics and health; `null` where they are off. */
  readonly metricsPort: number | null;
  /** Whether somebody named that port; a port of our own choice may be taken without harm. */
  readonly metricsPortAsked: boolean;
  readonly logLevel: LogLevel;
  /** Without a mail server, links are printed in the terminal. */
  readonly mail: MailServer | null;
  /** Shows what went wrong unforeseen in the terminal, values included. Loopback only. */
  readonly debug: boolean;
}

/** The same database as two roles. */
export interface DatabaseAddress {
  /** Signs in as the application; never a superuser. */
  readonly application: string;
  /** Signs in as the owner of the tables, to migrate; `null`: somebody else migrates. */
  readonly owner: string | null;
}

/** What takes mails out of the house, as `mailerOf` wants it. */
export interface MailServer {
  /** `smtp://…` or `smtps://…`, with name and password where they are asked for. */
  readonly smtpUrl: string;
  /** The address that mails come from. */
  readonly from: string;
}

/** Files in PEM. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
/** From the fewest lines to the most. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Why the server does not start: the key of a line that says what is wrong and what would be right. */
export interface Refusal {
  readonly text: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The server does not start; all reasons at once. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ text }) => text).join(', '));
    this.name = 'Refused';
    this.refusals = refusals;
  }
}
