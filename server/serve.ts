import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { ROUTES } from '#server/features/registry.ts';
import { makeApp } from '#server/http/app.ts';
import type { OpenRecord } from '#server/record-store/open-record.ts';
import { findVisitor, noteUse } from '#server/features/sign-in/find-visitor.ts';
import { doorLimits } from '#server/sign-in/door-limits.ts';

/** Where the application listens and what it stands on. */
export interface ServeSettings {
  readonly host: string;
  readonly port: number;
  readonly database: Kysely<Tables>;
  readonly record: OpenRecord;
}

/** Runs the web application until it is stopped; gives its address. */
export function startServer({ host, port, database, record }: ServeSettings): {
  origin: string;
  stop: () => Promise<void>;
} {
  const origin = `http://${host}:${port}`;
  const app = makeApp({
    database,
    routes: ROUTES,
    clock: { now: () => new Date() },
    installation: {
      origin,
      mail: 'is shown in the terminal',
      secretKey: randomBytes(32),
      limits: doorLimits(),
    },
    formSecret: randomBytes(32),
    findVisitor,
    noteUse,
    recordEntry: record.recordEntry,
    readPayloads: record.readPayloads,
    logFault: (reference, error) => console.error(reference, error),
    addressOf: () => host,
  });
  const server = serve({ fetch: app.fetch, hostname: host, port });
  return { origin, stop: () => new Promise((done) => server.close(() => done())) };
}
