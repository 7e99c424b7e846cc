import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The product as somebody starts it: a process of its own, a data folder of its own, and what it says in the terminal. */
export interface Served {
  readonly origin: string;
  readonly folder: string;
  /** The newest link in the terminal whose address has `part` in it; waits for it. */
  link(part: string): Promise<string>;
  /** Everything that the terminal showed. */
  said(): string;
  readonly process: ChildProcess;
  /** Stops it and removes its data. */
  end(): Promise<void>;
}

/** Starts the product on a free port. */
export async function served(folder = mkdtempSync(join(tmpdir(), 'plumbline-journey-'))): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, ['cli/start.js', 'serve', '--port', String(port)], {
    cwd: ROOT,
    env: { ...process.env, PLUMBLINE_DATA: join(folder, 'data'), PLUMBLINE_SECRETS: join(folder, 'secrets') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const origin = `http://127.0.0.1:${port}`;
  await until(
    () => new RegExp(`${origin}(\\s|$)`).test(text),
    child,
    () => text,
  );
  return {
    origin,
    folder,
    process: child,
    said: () => text,
    link: async (part) => {
      const found = (): string | undefined =>
        [...text.matchAll(/https?:\/\/[^\s"]+/g)]
          .map(([link]) => link)
          .findLast((link) => link.includes(part));
      await until(
        () => found() !== undefined,
        child,
        () => text,
      );
      return found()!;
    },
    end: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const PATIENCE_MS = 60_000;

async function until(holds: () => boolean, child: ChildProcess, said: () => string): Promise<void> {
  const since = Date.now();
  while (!holds()) {
    if (child.exitCode !== null) throw new Error(`served: it ended with ${child.exitCode}:\n${said()}`);
    if (Date.now() - since > PATIENCE_MS) throw new Error(`served: waited too long; it said:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('freePort: no port');
  return address.port;
}
