import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeNodeServer, type NodeServerParts } from './node-server.ts';
import { securityHeaders } from './headers.ts';

let server: Server;
let port: number;
const asked: string[] = [];
const refusals: string[] = [];
const parts: NodeServerParts = {
  origin: 'http://127.0.0.1',
  tls: null,
  answer: async (request) => {
    asked.push(new URL(request.url).pathname);
    const body = request.method === 'GET' ? '' : await request.text();
    return new Response(`heard ${body.length}`, { headers: securityHeaders('http://127.0.0.1') });
  },
  connected: () => undefined,
  refused: (reason) => void refusals.push(reason),
};

beforeAll(async () => {
  server = makeNodeServer(parts).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Everything that comes back on one connection for these bytes, until the server closes it. */
async function sent(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  let text = '';
  socket.on('data', (data: string) => void (text += data));
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return text;
}

const HOST = 'Host: 127.0.0.1\r\n';
const END = 'Connection: close\r\n\r\n';
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';

/** Each is refused by at least one known server and taken by another; taken by us, the smuggled request would be answered. */
const CORPUS: readonly (readonly [string, string])[] = [
  [
    'a length and chunks',
    `POST / HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'chunks and a length',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'two different lengths',
    `POST / HTTP/1.1\r\n${HOST}Content-Length: 0\r\nContent-Length: 46\r\n\r\n${SMUGGLED}`,
  ],
  [
    'the same length twice',
    `POST / HTTP/1.1\r\n${HOST}Content-Length: 0\r\nContent-Length: 0\r\n\r\n${SMUGGLED}`,
  ],
  ['two lengths in one line', `POST / HTTP/1.1\r\n${HOST}Content-Length: 0, 46\r\n\r\n${SMUGGLED}`],
  ['a length with a sign', `POST / HTTP/1.1\r\n${HOST}Content-Length: +0\r\n\r\n${SMUGGLED}`],
  ['a length of minus one', `POST / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n${SMUGGLED}`],
  ['a length in hexadecimal', `POST / HTTP/1.1\r\n${HOST}Content-Length: 0x0\r\n\r\n${SMUGGLED}`],
  [
    'a length too large to count',
    `POST / HTTP/1.1\r\n${HOST}Content-Length: 18446744073709551616\r\n\r\n${SMUGGLED}`,
  ],
  [
    'chunks said twice',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'chunks said first, then identity',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'an unknown transfer coding',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'a vertical tab before chunked',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'a space before the colon',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  ['a space before the first name', `POST / HTTP/1.1\r\n ${HOST}${END}`],
  ['a folded line', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
  ['bare line feeds', `POST / HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 0\n\n${SMUGGLED}`],
  ['a bare line feed in a value', `GET / HTTP/1.1\r\n${HOST}X-A: b\nTransfer-Encoding: chunked\r\n${END}`],
  ['a bare carriage return in a value', `GET / HTTP/1.1\r\n${HOST}X-A: b\rContent-Length: 46\r\n${END}`],
  ['a NUL in a value', `GET / HTTP/1.1\r\n${HOST}X-A: b\x00c\r\n${END}`],
  ['a NUL in a name', `GET / HTTP/1.1\r\n${HOST}X\x00A: b\r\n${END}`],
  [
    'an underscore for a hyphen',
    `POST / HTTP/1.1\r\n${HOST}Content_Length: 46\r\nContent-Length: 0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'a chunk longer than it says',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'a chunk size with a prefix',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'a chunk that ends with a bare line feed',
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n1\na\n0\n\n${SMUGGLED}`,
  ],
  ['no host', `GET / HTTP/1.1\r\n${END}`],
  ['no host in an old version', `GET / HTTP/1.0\r\n${END}`],
  ['two hosts', `GET / HTTP/1.1\r\n${HOST}Host: elsewhere.example\r\n${END}`],
  ['the same host twice', `GET / HTTP/1.1\r\n${HOST}${HOST}${END}`],
  ['a host with a path', `GET / HTTP/1.1\r\nHost: 127.0.0.1/x\r\n${END}`],
  ['a host with a name before it', `GET / HTTP/1.1\r\nHost: a@127.0.0.1\r\n${END}`],
  ['an address of another host', `GET http://elsewhere.example/ HTTP/1.1\r\n${HOST}${END}`],
  ['a whole address, also of ours', `GET http://127.0.0.1/ HTTP/1.1\r\n${HOST}${END}`],
  ['an address of a file', `GET file:///etc/passwd HTTP/1.1\r\n${HOST}${END}`],
  ['a path that climbs', `GET /a/../../etc/passwd HTTP/1.1\r\n${HOST}${END}`],
  ['a backslash', `GET /\\elsewhere.example HTTP/1.1\r\n${HOST}${END}`],
  ['two slashes', `GET //elsewhere.example/ HTTP/1.1\r\n${HOST}${END}`],
  ['a tunnel', `CONNECT elsewhere.example:443 HTTP/1.1\r\n${HOST}${END}`],
  ['another protocol', `GET / HTTP/1.1\r\n${HOST}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`],
  ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/3', `GET / HTTP/3.0\r\n${HOST}${END}`],
  ['HTTP/0.9', 'GET /\r\n\r\n'],
  ['an unknown method', `SUMMON / HTTP/1.1\r\n${HOST}${END}`],
  ['a small method', `get / HTTP/1.1\r\n${HOST}${END}`],
  ['an expectation', `POST / HTTP/1.1\r\n${HOST}Expect: a-miracle\r\nContent-Length: 0\r\n${END}`],
  ['a head of 20 kB in one line', `GET / HTTP/1.1\r\n${HOST}X-A: ${'a'.repeat(20_000)}\r\n${END}`],
  [
    'a head of a thousand lines',
    `GET / HTTP/1.1\r\n${HOST}${'X-A: aaaaaaaaaaaaaaaa\r\n'.repeat(1000)}${END}`,
  ],
  ['an address of 5 kB', `GET /${'a'.repeat(5000)} HTTP/1.1\r\n${HOST}${END}`],
  ['an address of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${HOST}${END}`],
  ['two cookies', `GET / HTTP/1.1\r\n${HOST}Cookie: a=1\r\nCookie: a=2\r\n${END}`],
  ['TLS where none is', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
];

describe('the server', () => {
  test('answers a plain request, and two on one connection', async () => {
    asked.length = 0;
    const text = await sent(
      `GET /one HTTP/1.1\r\n${HOST}\r\nPOST /two HTTP/1.1\r\n${HOST}Content-Length: 3\r\n${END}abc`,
    );
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(asked).toEqual(['/one', '/two']);
    expect(
      await sent(`POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n${END}3\r\nabc\r\n0\r\n\r\n`),
    ).toContain('heard 3');
  });

  test.each(CORPUS)(
    'refuses %s, once, with the headers of security, and hears nothing smuggled',
    async (_, bytes) => {
      asked.length = 0;
      const text = await sent(bytes);
      const [head = ''] = text.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 (400|405|408|413|414|417|431|501|505) /);
      expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
      expect(asked.filter((path) => path !== '/')).toEqual([]);
      for (const [name, value] of Object.entries(securityHeaders('http://127.0.0.1')))
        expect(head.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
      expect(head.toLowerCase()).toContain('connection: close');
    },
  );

  test('counts why it refused, in words of its own', () => {
    expect(refusals.length).toBeGreaterThanOrEqual(CORPUS.length);
    expect(refusals.filter((reason) => !/^[\w -]{2,40}$/.test(reason))).toEqual([]);
  });

  test.each([
    ['head', `GET / HTTP/1.1\r\n${HOST}X-A:`],
    ['body', `POST / HTTP/1.1\r\n${HOST}Content-Length: 1000\r\n\r\n`],
  ])('ends a connection that sends its %s letter by letter', async (_, beginning) => {
    const impatient = makeNodeServer({
      ...parts,
      times: { headersTimeout: 200, requestTimeout: 200, connectionsCheckingInterval: 20 },
    }).listen(0, '127.0.0.1');
    await once(impatient, 'listening');
    const socket = connect((impatient.address() as AddressInfo).port, '127.0.0.1').setEncoding('latin1');
    let text = '';
    socket.on('data', (data: string) => void (text += data)).on('error', () => undefined);
    socket.write(beginning);
    const letters = setInterval(() => socket.write('a'), 10);
    await once(socket, 'close');
    clearInterval(letters);
    impatient.close();
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });
});
