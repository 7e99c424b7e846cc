import {
  createServer as createPlainServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { plainParts, plainRefusal } from './plain-refusal.ts';
import { headFault } from './request-head.ts';

/** What answers: the application, or what stands in for it while it starts. */
export type Answerer = (request: Request) => Response | Promise<Response>;

/** What a listening server is made of. */
export interface NodeServerParts {
  readonly origin: string;
  /** PEM. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly answer: Answerer;
  /** Told who is at the other end of a request's connection. */
  readonly connected: (request: Request, peer: string | undefined) => void;
  /** Told why something was refused before it was a request. */
  readonly refused: (reason: string) => void;
  /** Shorter times, for a test. */
  readonly times?: Partial<typeof TIMES>;
}

/**
 * How long things may take, and how much a head may hold. A head of 16 kB is twice what browsers send; whoever sends it letter by letter
 * is cut off after ten seconds, a body after a minute (5 MB at 700 kbit/s).
 */
const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};
const LIMITS = {
  maxHeaderSize: 16_384,
  noDelay: true,
  insecureHTTPParser: false,
  // The host is looked at in `headFault`, so that the refusal has all headers of security.
  requireHostHeader: false,
} as const;
const MOST_HEADERS = 64;
const MOST_CONNECTIONS = 2_000;
/** A connection on which nothing happens, also while somebody reads an answer slowly. */
const SILENT_MILLISECONDS = 120_000;

const STATUS_OF_FAULT: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** An HTTP server that lets only whole, plain requests through to the application; it does not listen yet. */
export function makeNodeServer(parts: NodeServerParts): Server {
  const { origin, tls, refused } = parts;
  const ended = new WeakSet<object>();
  const handle = requestHandler(parts, ended);
  const limits = { ...LIMITS, ...TIMES, ...parts.times };
  const server =
    tls === null
      ? createPlainServer(limits, handle)
      : createTlsServer({ ...limits, ...tls, minVersion: 'TLSv1.2', honorCipherOrder: true }, handle);
  server.maxHeadersCount = MOST_HEADERS;
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(SILENT_MILLISECONDS);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    if (ended.has(socket)) {
      socket.destroySoon();
      return;
    }
    refused(error.code ?? 'unknown');
    refuseOn(socket, STATUS_OF_FAULT[error.code ?? ''] ?? 400, origin);
  });
  server.on('checkExpectation', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    refused('expectation');
    refuse(incoming, outgoing, 417, origin);
  });
  for (const event of ['connect', 'upgrade'] as const)
    server.on(event, (_: IncomingMessage, socket: Socket) => {
      refused(event);
      refuseOn(socket, event === 'connect' ? 405 : 400, origin);
    });
  return server;
}

/** `ended`: the parser may find more requests in the bytes behind a refused one; nobody knows who wrote them. */
function requestHandler({ origin, answer, connected, refused }: NodeServerParts, ended: WeakSet<object>) {
  const listener = getRequestListener(
    (request, { incoming }) => {
      connected(request, incoming.socket.remoteAddress);
      return answer(request);
    },
    { errorHandler: () => plainRefusal(400, origin) },
  );
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    if (ended.has(incoming.socket)) return;
    const fault = headFault(incoming);
    if (fault === null) return void listener(incoming, outgoing);
    ended.add(incoming.socket);
    refused(fault.reason);
    refuse(incoming, outgoing, fault.status, origin);
  };
}

/** What follows on this connection cannot be trusted to be a request, so it ends. */
function refuse(incoming: IncomingMessage, outgoing: ServerResponse, status: number, origin: string): void {
  const { head, body } = plainParts(status, origin);
  outgoing.writeHead(status, { ...head, connection: 'close' });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}

function refuseOn(socket: Socket, status: number, origin: string): void {
  const { head, body } = plainParts(status, origin);
  const lines = Object.entries({ ...head, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.end(`HTTP/1.1 ${status} \r\n${lines.join('')}\r\n${body}`);
}
