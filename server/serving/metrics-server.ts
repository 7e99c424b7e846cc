import { createServer, type Server } from 'node:http';
import type { Metrics } from '#server/http/metrics.ts';
import { isLoopback } from '#server/settings/unsafe.ts';

/**
 * A server of its own for metrics, which never listens beyond this machine. A name of somebody else's that leads here (DNS rebinding)
 * is answered with nothing.
 */
export function makeMetricsServer(metrics: Metrics): Server {
  return createServer(
    { maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 5000 },
    (incoming, outgoing) => {
      const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
      const path = incoming.url?.split('?')[0];
      if (incoming.method !== 'GET' || path !== '/metrics' || !isLoopback(host)) {
        outgoing.writeHead(404, { 'content-length': 0, 'x-content-type-options': 'nosniff' }).end();
        return;
      }
      metrics.text().then(
        (text) =>
          outgoing
            .writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
            .end(text),
        () => outgoing.writeHead(500).end(),
      );
    },
  );
}
