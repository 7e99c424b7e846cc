import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AnsweredRequest } from './log.ts';

/** Bounds in seconds: what people feel as at once, as quick, as waiting. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.6, 1, 3, 10];

/** How many connections to the database there are, asked when the figures are read. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** Figures about the server for whoever runs it; by route, never by person or program. */
export interface Metrics {
  answered(request: AnsweredRequest): void;
  /** A connection that was refused before it was a request. */
  refused(reason: string): void;
  /** In the format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Counters and timings of a server of its own, so that two in one process do not mix. */
export function makeMetrics(pool: () => PoolCounts | undefined): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'plumbline_' });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'plumbline_request_seconds',
    help: 'Time from a read request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const refusedRequests = new Counter({
    name: 'plumbline_refused_requests_total',
    help: 'What was refused before it was a request',
    labelNames: ['reason'],
    registers,
  });
  new Gauge({
    name: 'plumbline_database_connections',
    help: 'Connections to the database by state',
    labelNames: ['state'],
    registers,
    collect() {
      const counts = pool();
      if (counts === undefined) return;
      this.set({ state: 'idle' }, counts.idleCount);
      this.set({ state: 'busy' }, counts.totalCount - counts.idleCount);
      this.set({ state: 'waited for' }, counts.waitingCount);
    },
  });
  return {
    answered: ({ method, route, status, milliseconds }) =>
      seconds.observe(
        { method, route: route ?? 'none', status: `${Math.floor(status / 100)}xx` },
        milliseconds / 1000,
      ),
    refused: (reason) => refusedRequests.inc({ reason }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
