import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hono } from 'hono';
import { FIRST } from '#server/http/house.fixture.ts';
import { visitorOf } from '#server/http/test-visitor.ts';
import { makeLog } from '#server/http/log.ts';
import { readSettings } from '#server/settings/read-settings.ts';
import { Refused } from '#server/settings/settings.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { cookieName } from '#server/sign-in/sign-in-cookie.ts';
import { serve, type Serving } from './serve.ts';

const lines: string[] = [];
const stages: string[] = [];
/** Called with what the terminal shows. */
let shown: (block: string) => void = () => undefined;
const hooks = {
  log: makeLog('debug', { write: (line) => void lines.push(line) }),
  stage: (text: string) => void stages.push(text),
  print: (block: string) => shown(block),
};
let folder: string;
let serving: Serving;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-serve-'));
  serving = await serve(settings('0'), hooks);
});
afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true });
});

function settings(port: string) {
  const [data, secrets] = [join(folder, 'data'), join(folder, 'secrets')];
  return readSettings(['--port', port, '--data', data, '--secrets', secrets], {
    PLUMBLINE_METRICS_PORT: '0',
  });
}

describe('a server that was started on an empty folder', () => {
  test('answers, is ready, and has named its stages', async () => {
    expect(
      await (await fetch(`${serving.origin}/health`, { headers: { accept: 'application/json' } })).json(),
    ).toEqual({
      status: 'lives',
    });
    expect((await fetch(`${serving.origin}/health/ready`)).status).toBe(200);
    expect(stages).toEqual(['serve.stage.first-database', 'serve.stage.migrations', 'serve.stage.pages']);
  });

  test('gives a link that sets the organisation up, on its own address, and the page behind it opens', async () => {
    const link = new RegExp(`${serving.origin}/set-up/[\\w-]{22,}`).exec(serving.setUp ?? '')?.[0];
    expect(link).toBeDefined();
    expect((await fetch(link!)).status).toBe(200);
  });

  test('counts what it answered, on a port of its own', async () => {
    await fetch(`${serving.origin}/health`);
    const text = await (await fetch(`http://127.0.0.1:${serving.metricsPort}/metrics`)).text();
    expect(text).toMatch(
      /plumbline_request_seconds_count\{method="GET",route="\/health",status="2xx"\} [1-9]/,
    );
    expect(text).toMatch(/plumbline_database_connections\{state="idle"\} \d/);
  });

  test('leads another name of this machine to its own, and answers to nobody else', async () => {
    const local = serving.origin.replace('127.0.0.1', 'localhost');
    const led = await fetch(`${local}/programs`, { redirect: 'manual' });
    expect([led.status, led.headers.get('location')]).toEqual([307, `${serving.origin}/programs`]);
  });

  test('shows a link to set it up, and then a link to sign in, in the terminal', async () => {
    const path = /\/set-up\/[\w-]{22}/.exec(serving.setUp!)![0];
    const overTheWire = { fetch: (request: Request) => fetch(request, { redirect: 'manual' }) };
    const visitor = visitorOf(overTheWire as unknown as Hono, serving.origin);
    await visitor.get(path);
    const made = await visitor.post(path, FIRST);
    expect(made.status, made.text).toBe(303);
    const block = new Promise<string>((resolve) => {
      shown = (text) => void (text.includes('/signin/link/') && resolve(text));
    });
    const other = visitorOf(overTheWire as unknown as Hono, serving.origin);
    await other.get('/signin');
    await other.post('/signin/link', { mail: FIRST.mail, to: '/', password: '' });
    const [link] = new RegExp(`${serving.origin}/signin/link/[\\w-]{22}`).exec(await block)!;
    // The mail leaves inside the transaction that makes its link good: a moment later it is.
    await expect.poll(async () => (await other.get(link)).status, { timeout: 5000 }).toBe(200);
  });

  test('keeps a second one away from its port, in a line, without touching the first', async () => {
    const { port } = new URL(serving.origin);
    const second = serve(settings(port), hooks);
    await expect(second).rejects.toThrow(Refused);
    await expect(second).rejects.toThrow('serve.refused.port-taken');
    expect((await fetch(`${serving.origin}/health/ready`)).status).toBe(200);
  });

  test('keeps a second one away from its data', async () => {
    await expect(serve(settings('0'), hooks)).rejects.toThrow();
    expect((await fetch(`${serving.origin}/health/ready`)).status).toBe(200);
  });

  test('writes nothing into its log that somebody sent', async () => {
    const canary = 'canary-4b1d9c';
    const token = 'Zm9yYmlkZGVuLWNhbmFyeQ';
    const headers = {
      cookie: `${cookieName(SIGN_IN_COOKIE, 'loopback')}=${canary}; other=${canary}`,
      'user-agent': canary,
      referer: `http://${canary}.example/`,
      'x-forwarded-for': canary,
      'accept-language': canary,
      authorization: `Bearer ${canary}`,
      'x-plumbline-form': canary,
    };
    const bodies = [
      [`mail=${canary}%40example.org&csrf=${canary}`, 'application/x-www-form-urlencoded'],
      [JSON.stringify({ mail: canary, [canary]: canary }), 'application/json'],
      [`{"${canary}": `, 'application/json'],
      [canary, `text/${canary}`],
    ] as const;
    for (const path of [
      `/signin?to=${canary}`,
      `/signin/link/${token}`,
      `/${canary}`,
      `/p/${canary}/plan?q=${canary}`,
      '/programs',
    ]) {
      await fetch(`${serving.origin}${path}`, { headers, redirect: 'manual' });
      for (const [body, type] of bodies)
        await fetch(`${serving.origin}${path}`, {
          method: 'POST',
          body,
          headers: { ...headers, 'content-type': type },
        });
    }
    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ event }) => event === 'request');
    expect(requests.length).toBeGreaterThanOrEqual(25);
    for (const line of lines) {
      expect(line).not.toContain(canary);
      expect(line).not.toContain(token);
    }
    expect(
      requests.filter(
        (line) => Object.keys(line).join() !== 'level,at,event,id,method,route,status,milliseconds',
      ),
    ).toEqual([]);
  });
});
