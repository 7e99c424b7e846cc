import { existsSync } from 'node:fs';
import { Server as TlsServer } from 'node:https';
import { join } from 'node:path';
import { databaseHome, prepare } from '#server/database/home.ts';
import { openDatabase, type Database } from '#server/database/database.ts';
import { ROUTES } from '#server/features/registry.ts';
import { setUpBlock } from '#server/features/set-up/set-up-link.ts';
import { findVisitor, noteUse } from '#server/features/sign-in/find-visitor.ts';
import { makeApp } from '#server/http/app.ts';
import { clientAddresses } from '#server/http/client-address.ts';
import type { Log } from '#server/http/log.ts';
import { makeMetrics, type Metrics } from '#server/http/metrics.ts';
import { makeNodeServer } from '#server/http/node-server.ts';
import { requestLimits } from '#server/http/request-limits.ts';
import { mailerOf } from '#server/mail/mailer.ts';
import { startBackground, type Background } from '#server/serving/background.ts';
import { makeGate } from '#server/serving/gate.ts';
import { listening } from '#server/serving/listening.ts';
import { makeMetricsServer } from '#server/serving/metrics-server.ts';
import { readTls } from '#server/serving/tls.ts';
import { secretNamed } from '#server/settings/secrets.ts';
import { Refused, type Settings } from '#server/settings/settings.ts';
import { doorLimits } from '#server/sign-in/door-limits.ts';
import { assets } from '#server/ui/assets.ts';

/** The server while it runs. */
export interface Serving {
  /** The address for browsers. */
  readonly origin: string;
  /** The one-time link of the first set-up, as a block for the terminal; `null` once there is an organisation. */
  readonly setUp: string | null;
  /** Port of the metrics on this machine; `null` where there are none. */
  readonly metricsPort: number | null;
  readonly database: Database;
  /** Takes a renewed certificate into use; connections under way keep the old one. */
  readonly renewTls: () => void;
  /**
   * Lets nobody in, waits ten seconds for those inside, ends what goes on beside, then the database.
   *
   * @returns how many requests were cut off
   */
  stop(): Promise<number>;
}

/** What a start is told of, and tells. */
export interface ServeHooks {
  readonly log: Log;
  /** The stages of a start that takes longer, as keys of texts. */
  readonly stage: (text: string) => void;
  /** Shows a block of text in the terminal: mails where there is no mail server. */
  readonly print: (block: string) => void;
}

const CLOCK = { now: () => new Date() };
/** Those inside when the server is stopped have this long to come out. */
const PATIENCE_MS = 10_000;

/**
 * Starts the server: takes the port, then the database, then opens. What fails on the way ends what had begun.
 *
 * @throws Refused with lines that say what to change; DatabaseTrouble with its cure
 */
export async function serve(settings: Settings, { log, stage, print }: ServeHooks): Promise<Serving> {
  const undo: (() => unknown)[] = [];
  try {
    const door = await openDoor(settings, log, undo);
    const secrets = secretsOf(settings);
    const first = settings.database === null && !existsSync(join(settings.dataFolder, 'database'));
    stage(first ? 'serve.stage.first-database' : 'serve.stage.database');
    const home = await databaseHome(settings, () => log.event('database restarted'));
    undo.unshift(() => home.stop());
    stage('serve.stage.migrations');
    await prepare(home);
    const database = openDatabase(home.login);
    undo.unshift(() => database.close());
    door.connections(database);
    const background = startBackground({
      database,
      dataFolder: settings.dataFolder,
      secretsFolder: settings.secretsFolder,
      clock: CLOCK,
      origin: door.origin,
      mailer: mailerOf(settings.mail ?? {}, print),
      logFault: (what, error) => log.fault(what, error),
    });
    undo.unshift(() => background.stop());
    stage('serve.stage.pages');
    assets();
    door.open(appOf(settings, { ...door, secrets, database, background, log }));
    log.event('started', { origin: door.origin });
    return {
      origin: door.origin,
      setUp: await setUpBlock(database.rows, door.origin, CLOCK.now()),
      metricsPort: door.metricsPort,
      database,
      renewTls: door.renewTls,
      async stop() {
        log.event('stopping');
        const cutOff = await door.close();
        await background.stop();
        await database.close();
        await home.stop();
        log.event('stopped', { cutOff });
        return cutOff;
      },
    };
  } catch (error) {
    for (const end of undo) await end();
    throw error;
  }
}

interface Door {
  readonly origin: string;
  readonly metricsPort: number | null;
  readonly metrics: Metrics;
  readonly addressOf: (request: Request) => string;
  open(application: (request: Request) => Response | Promise<Response>): void;
  connections(database: Database): void;
  readonly renewTls: () => void;
  close(): Promise<number>;
}

/** Takes the ports first: who has them already is known before the database is touched. */
async function openDoor(settings: Settings, log: Log, undo: (() => unknown)[]): Promise<Door> {
  const { host, tls } = settings;
  let { origin } = settings;
  let database: Database | undefined;
  const metrics = makeMetrics(() => database?.pool);
  const gate = makeGate(() => origin);
  const peers = new WeakMap<Request, string | undefined>();
  const addresses = clientAddresses(settings.trustedProxies);
  const server = makeNodeServer({
    origin,
    tls: tls === null ? null : readTls(tls),
    answer: gate.answer,
    connected: (request, peer) => peers.set(request, peer),
    refused: (reason) => metrics.refused(reason),
  });
  const port = await listening(server, host, settings.port);
  undo.unshift(() => gate.close(server, 0));
  if (settings.port === 0) origin = origin.replace(/:0$/, `:${port}`);
  const figures = await metricsOf(settings, metrics, log);
  undo.unshift(() => figures.close());
  return {
    origin,
    metricsPort: figures.port,
    metrics,
    addressOf: (request) => addresses(peers.get(request), request.headers.get('x-forwarded-for')),
    open: gate.open,
    connections: (opened) => void (database = opened),
    renewTls: () => {
      if (tls !== null && server instanceof TlsServer) server.setSecureContext(readTls(tls));
    },
    async close() {
      figures.close();
      return gate.close(server, PATIENCE_MS);
    },
  };
}

/** Metrics on a port of their own. One that we chose ourselves may be taken; one that was asked for may not. */
async function metricsOf(
  { metricsPort, metricsPortAsked }: Settings,
  metrics: Metrics,
  log: Log,
): Promise<{ readonly port: number | null; readonly close: () => void }> {
  if (metricsPort === null) return { port: null, close: () => undefined };
  const server = makeMetricsServer(metrics);
  try {
    const port = await listening(server, '127.0.0.1', metricsPort);
    const close = (): void => {
      server.close();
      server.closeAllConnections();
    };
    return { port, close };
  } catch (error) {
    if (metricsPortAsked || !(error instanceof Refused)) throw error;
    log.event('no metrics: their port is taken', { port: metricsPort });
    return { port: null, close: () => undefined };
  }
}

interface Secrets {
  readonly forms: Buffer;
  readonly secondFactors: Buffer;
}

function secretsOf({ secretsFolder }: Settings): Secrets {
  return {
    forms: secretNamed(secretsFolder, 'forms'),
    secondFactors: secretNamed(secretsFolder, 'second-factors'),
  };
}

interface Made extends Pick<Door, 'origin' | 'metrics' | 'addressOf'> {
  readonly secrets: Secrets;
  readonly database: Database;
  readonly background: Background;
  readonly log: Log;
}

function appOf(
  { mail, debug }: Settings,
  { origin, metrics, addressOf, secrets, database, background, log }: Made,
): (request: Request) => Response | Promise<Response> {
  const app = makeApp({
    database: database.rows,
    routes: ROUTES,
    clock: CLOCK,
    installation: {
      origin,
      mail: mail === null ? 'is shown in the terminal' : 'leaves',
      secretKey: secrets.secondFactors,
      limits: doorLimits(),
      desk: background.desk,
    },
    formSecret: secrets.forms,
    findVisitor,
    noteUse,
    recordEntry: background.record.recordEntry,
    readPayloads: background.record.readPayloads,
    logFault: (reference, error) => {
      log.fault(reference, error);
      if (debug) console.error(error);
    },
    addressOf,
    limits: requestLimits(),
    watch: (request) => {
      metrics.answered(request);
      log.answered(request);
    },
  });
  return (request) => app.fetch(request);
}
