/**
 * The process that is measured: the product on a private cluster of its own that keeps what it acknowledges, beside it a bare "hello" of the
 * same stack, and raw statements of the same rows through `pg`. Told what to do by its parent.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { Client, Pool } from 'pg';
import { databaseHome, prepare } from '#server/database/home.ts';
import { openDatabase } from '#server/database/database.ts';
import { ROUTES } from '#server/features/registry.ts';
import { findVisitor, noteUse } from '#server/features/sign-in/find-visitor.ts';
import { makeApp } from '#server/http/app.ts';
import { makeLog } from '#server/http/log.ts';
import { makeMetrics } from '#server/http/metrics.ts';
import { makeNodeServer, type Answerer } from '#server/http/node-server.ts';
import { startBackground } from '#server/serving/background.ts';
import { listening } from '#server/serving/listening.ts';
import { doorLimits } from '#server/sign-in/door-limits.ts';
import { mailerOf } from '#server/mail/mailer.ts';
import { staged } from './stage.ts';
import { rawInsert, rawSelect } from './raw.ts';

const PEOPLE = 50;
const clock = { now: () => new Date() };
const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
const home = await databaseHome({ dataFolder: join(folder, 'data'), database: null });
await prepare(home);
const database = openDatabase(home.login);
const owner = new Client(home.owner!);
await owner.connect();
const people = await staged(owner, PEOPLE, clock.now());

/** Milliseconds of the server for each answered request, by route, since they were last asked for. */
let times: [route: string, milliseconds: number][] = [];
const faults: unknown[] = [];
const log = makeLog('info', { write: () => undefined });
const metrics = makeMetrics(() => database.pool);

async function listenWith(answer: Answerer, origin = 'http://127.0.0.1'): Promise<number> {
  const parts = { origin, tls: null, answer, connected: () => undefined, refused: () => undefined };
  return listening(makeNodeServer(parts), '127.0.0.1', 0);
}

let app: Answerer = () => new Response(null, { status: 503 });
const port = await listenWith((request) => app(request));
const origin = `http://127.0.0.1:${port}`;
const background = startBackground({
  database,
  secretsFolder: join(folder, 'secrets'),
  dataFolder: join(folder, 'data'),
  clock,
  origin,
  mailer: mailerOf({}, () => undefined),
  logFault: (_, error) => void faults.push(error),
});
const made = makeApp({
  database: database.rows,
  routes: ROUTES,
  clock,
  installation: {
    origin,
    mail: 'is shown in the terminal',
    secretKey: Buffer.alloc(32, 1),
    limits: doorLimits(),
  },
  formSecret: Buffer.alloc(32, 2),
  findVisitor,
  noteUse,
  recordEntry: background.record.recordEntry,
  readPayloads: background.record.readPayloads,
  logFault: (_, error) => void faults.push(error),
  addressOf: () => '127.0.0.1',
  watch: (request) => {
    log.answered(request);
    metrics.answered(request);
    times.push([request.route ?? '', request.milliseconds]);
  },
});
app = (request) => made.fetch(request);
const hello = new Hono().get('/', (context) => context.html('<!doctype html><title>Hello</title><p>Hello'));
const helloPort = await listenWith((request) => hello.fetch(request));
const raw = new Pool({ ...home.owner, max: 16 });

type Order =
  | { readonly do: 'times' }
  | { readonly do: 'raw-select' | 'raw-insert'; readonly seconds: number }
  | { readonly do: 'end' };

async function carriedOut(order: Order): Promise<unknown> {
  if (order.do === 'times') {
    const taken = times;
    times = [];
    return { taken, faults: faults.map(String) };
  }
  if (order.do === 'raw-select') return rawSelect(raw, people.organisation, order.seconds);
  if (order.do === 'raw-insert') return rawInsert(raw, order.seconds);
  await background.stop();
  await raw.end();
  await owner.end();
  await database.close();
  await home.stop();
  rmSync(folder, { recursive: true });
  return 'ended';
}

process.on('message', (order: Order) => {
  void carriedOut(order).then((answer) =>
    process.send!(answer, () => {
      if (order.do === 'end') process.exit(0);
    }),
  );
});
process.send!({ origin, hello: `http://127.0.0.1:${helloPort}`, ...people });
