import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { SECURITY_HEADERS } from '#server/http/headers.ts';
import { withPage, type PageSettings } from '#tools/browser.ts';
import { assetAt } from './assets.ts';

/** What a path answers with: a page, or something made from what was sent. */
export type Answers = Readonly<Record<string, string | ((body: string) => Answered)>>;

/** An answer with its status and type. */
export interface Answered {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Lets a browser visit pages of ours, with our assets and our headers, from a server that is stopped afterwards. */
export async function visited<Result>(
  answers: Answers,
  settings: PageSettings,
  use: (page: Page, origin: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const { status, headers, bytes } = answerOf(answers, pathname, body);
      response.writeHead(status, { ...SECURITY_HEADERS, ...headers }).end(bytes);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    return await withPage((page) => use(page, `http://127.0.0.1:${port}`), settings);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

function answerOf(answers: Answers, path: string, body: string) {
  const asset = assetAt(path);
  if (asset !== undefined)
    return { status: 200, headers: { 'content-type': asset.type }, bytes: asset.bytes };
  const given = answers[path];
  const made: Answered =
    given === undefined
      ? { status: 404, body: '' }
      : typeof given === 'string'
        ? { body: given }
        : given(body);
  return {
    status: made.status ?? 200,
    headers: { 'content-type': made.type ?? 'text/html; charset=utf-8', ...made.headers },
    bytes: Buffer.from(made.body),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** JSX of a whole page as the text that is sent. */
export function pageText(page: unknown): string {
  return `<!doctype html>${String(page)}`;
}
