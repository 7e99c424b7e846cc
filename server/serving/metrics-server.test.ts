import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { makeMetrics } from '#server/http/metrics.ts';
import { listening } from './listening.ts';
import { makeMetricsServer } from './metrics-server.ts';

test('metrics are told to this machine by its own names, and nothing else is', async () => {
  const server = makeMetricsServer(makeMetrics(() => undefined));
  const port = await listening(server, '127.0.0.1', 0);
  const status = async (path: string, host: string): Promise<number> => {
    const [response] = (await once(get({ port, path, headers: { host }, agent: false }), 'response')) as [
      IncomingMessage,
    ];
    response.resume();
    return response.statusCode!;
  };
  expect(await status('/metrics', `127.0.0.1:${port}`)).toBe(200);
  expect(await status('/metrics', 'localhost')).toBe(200);
  expect(await status('/metrics', `rebound.example:${port}`)).toBe(404);
  expect(await status('/', '127.0.0.1')).toBe(404);
  server.close();
});
