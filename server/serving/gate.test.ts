import { once } from 'node:events';
import type { Server } from 'node:http';
import { Agent, get } from 'node:http';
import { expect, test } from 'vitest';
import { makeNodeServer } from '#server/http/node-server.ts';
import { Refused } from '#server/settings/settings.ts';
import { makeGate, type Gate } from './gate.ts';
import { listening } from './listening.ts';

interface House {
  readonly gate: Gate;
  readonly server: Server;
  readonly ask: (path: string) => Promise<{ status: number; text: string }>;
}

async function house(): Promise<House> {
  const gate = makeGate(() => 'http://127.0.0.1');
  const server = makeNodeServer({
    origin: 'http://127.0.0.1',
    tls: null,
    answer: gate.answer,
    connected: () => undefined,
    refused: () => undefined,
  });
  const port = await listening(server, '127.0.0.1', 0);
  const agent = new Agent({ keepAlive: true });
  const ask = async (path: string) => {
    const request = get({ port, path, agent });
    const [response] = (await once(request, 'response')) as [import('node:http').IncomingMessage];
    let text = '';
    for await (const part of response) text += String(part);
    return { status: response.statusCode!, text };
  };
  return { gate, server, ask };
}

/** Something that a test lets happen when it likes. */
function moment(): { readonly comes: Promise<void>; readonly now: () => void } {
  let now: () => void;
  const comes = new Promise<void>((resolve) => (now = resolve));
  return { comes, now: now! };
}

test('before it opens and after it closes everybody is told to come again', async () => {
  const { gate, server, ask } = await house();
  expect((await ask('/')).status).toBe(503);
  gate.open(() => new Response('welcome'));
  expect(await ask('/')).toEqual({ status: 200, text: 'welcome' });
  expect(await gate.close(server, 1000)).toBe(0);
  await expect(ask('/')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|hang up/);
});

test('who is inside when it closes gets the whole answer; nobody else comes in on an old connection', async () => {
  const { gate, server, ask } = await house();
  const [entered, leave] = [moment(), moment()];
  gate.open(async (request) => {
    if (request.url.endsWith('/quick')) return new Response('quick');
    entered.now();
    await leave.comes;
    return new Response('finished');
  });
  await ask('/quick');
  const slow = ask('/slow');
  await entered.comes;
  const closed = gate.close(server, 10_000);
  await expect(ask('/quick')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|hang up/);
  leave.now();
  expect(await slow).toEqual({ status: 200, text: 'finished' });
  expect(await closed).toBe(0);
});

test('who does not come out in time is cut off and counted', async () => {
  const { gate, server, ask } = await house();
  const [entered, never] = [moment(), moment()];
  gate.open(async () => {
    entered.now();
    await never.comes;
    return new Response('too late');
  });
  const stuck = expect(ask('/')).rejects.toThrow(/ECONNRESET|hang up/);
  await entered.comes;
  expect(await gate.close(server, 50)).toBe(1);
  await stuck;
  never.now();
});

test('a port that somebody else has, and an address that is not ours, are said in a line', async () => {
  const [one, other] = [await house(), await house()];
  await one.gate.close(one.server, 0);
  const { port } = other.server.address() as import('node:net').AddressInfo;
  const reason = async (host: string) =>
    listening(one.server, host, port).catch((error: unknown) => (error as Refused).refusals?.[0]);
  expect(await reason('127.0.0.1')).toEqual({
    text: 'serve.refused.port-taken',
    values: { host: '127.0.0.1', port },
  });
  expect(await reason('192.0.2.1')).toEqual({
    text: 'serve.refused.address',
    values: { host: '192.0.2.1', port },
  });
  await other.gate.close(other.server, 0);
});
