import type { Hono } from 'hono';

/** An answer as a test reads it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as it came, for files. */
  readonly bytes: Uint8Array;
  /** The body as JSON. */
  readonly json: <T = Record<string, unknown>>() => T;
  /** Where a 303 leads. */
  readonly to: string | null;
}

/** A file as a browser sends it. */
export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** Somebody with a browser of their own, without JavaScript: keeps cookies, sends forms with the token of the page. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  /** Loads the page, takes its token, and posts; follows no redirect. */
  post(path: string, values?: Record<string, string | readonly string[]>, from?: string): Promise<Seen>;
  /** Posts a form with files, as `post`. */
  upload(
    path: string,
    files: Record<string, TestFile>,
    values?: Record<string, string>,
    from?: string,
  ): Promise<Seen>;
  /** As a program: JSON in, JSON out, with the token of this browser. */
  send(method: string, path: string, value?: unknown): Promise<Seen>;
  readonly cookies: Map<string, string>;
}

/** A new visitor of an application, for tests through HTTP. */
export function visitorOf(app: Hono, origin: string): Visitor {
  const cookies = new Map<string, string>();
  let token = '';
  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.fetch(new Request(new URL(path, origin), { ...init, headers }));
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    token = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      json: <T>() => JSON.parse(text) as T,
      to: response.headers.get('location'),
    };
  };
  const page = { accept: 'text/html' };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers: { ...page, ...headers } }),
    async post(path, values = {}, from) {
      if (from !== undefined) await ask(from, { headers: page });
      const form = new URLSearchParams({ csrf: token });
      for (const [name, value] of Object.entries(values))
        for (const each of [value].flat()) form.append(name, each);
      return ask(path, { method: 'POST', body: form, headers: { ...page, origin } });
    },
    async upload(path, files, values = {}, from) {
      if (from !== undefined) await ask(from, { headers: page });
      const form = new FormData();
      form.append('csrf', token);
      for (const [name, value] of Object.entries(values)) form.append(name, value);
      for (const [name, file] of Object.entries(files))
        form.append(name, new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name);
      // As bytes: a stream that is refused half way would go on on its own.
      const sent = new Response(form);
      const kind = sent.headers.get('content-type')!;
      const body = await sent.arrayBuffer();
      return ask(path, { method: 'POST', body, headers: { ...page, origin, 'content-type': kind } });
    },
    send: (method, path, value) =>
      ask(path, {
        method,
        headers: {
          accept: 'application/json',
          origin,
          'x-plumbline-form': token,
          ...(value === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(value === undefined ? {} : { body: JSON.stringify(value) }),
      }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const value = pair.slice(at + 1);
  if (value === '' || rest.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, value);
}
