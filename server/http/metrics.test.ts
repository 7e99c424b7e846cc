import { expect, test } from 'vitest';
import { makeMetrics } from './metrics.ts';

test('metrics count requests by route and class of status, and connections by state', async () => {
  const metrics = makeMetrics(() => ({ totalCount: 5, idleCount: 2, waitingCount: 1 }));
  for (const status of [200, 201, 404])
    metrics.answered({ id: 'a', method: 'GET', route: '/p/:program/plan', status, milliseconds: 40 });
  metrics.refused('huge head');
  const lines = (await metrics.text()).split('\n');
  const route = 'method="GET",route="/p/:program/plan"';
  expect(lines).toContain(`plumbline_request_seconds_count{${route},status="2xx"} 2`);
  expect(lines).toContain(`plumbline_request_seconds_count{${route},status="4xx"} 1`);
  expect(lines).toContain(`plumbline_request_seconds_bucket{le="0.025",${route},status="2xx"} 0`);
  expect(lines).toContain(`plumbline_request_seconds_bucket{le="0.05",${route},status="2xx"} 2`);
  expect(lines).toContain('plumbline_database_connections{state="busy"} 3');
  expect(lines).toContain('plumbline_refused_requests_total{reason="huge head"} 1');
});
