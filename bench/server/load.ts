import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One request that is asked again and again. */
export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came of it. */
export interface Load {
  readonly perSecond: number;
  /** By status; a good run has one. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Size of one answer as it was sent. */
  readonly bytes: number;
}

/** Asks as fast as answers come, so many at once, for some seconds. */
export async function loaded(
  next: (number: number) => Asked,
  { seconds, atOnce }: { readonly seconds: number; readonly atOnce: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const statuses: Record<number, number> = {};
  let [done, bytes] = [0, 0];
  const start = performance.now();
  const end = start + seconds * 1000;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const answer = await asked(next(done++), agent);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      bytes = answer.bytes;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const perSecond = done / ((performance.now() - start) / 1000);
  agent.destroy();
  return { perSecond, statuses, bytes };
}

/** So many people, each with a browser of their own, click every so often; gives what they waited, in milliseconds. */
export async function clicked(
  next: (person: number, click: number) => Asked,
  {
    people,
    seconds,
    pauseMs,
  }: { readonly people: number; readonly seconds: number; readonly pauseMs: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const waited: number[] = [];
  const end = performance.now() + seconds * 1000;
  const person = async (_: unknown, number: number): Promise<void> => {
    // Nobody begins in step with the others.
    await wait((number * pauseMs) / people);
    for (let click = 0; performance.now() < end; click++) {
      const start = performance.now();
      const { status } = await asked(next(number, click), agent);
      if (status >= 500) throw new Error(`clicked: an answer of ${status}`);
      waited.push(performance.now() - start);
      await wait(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  agent.destroy();
  return waited;
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function asked(
  { method = 'GET', url, headers, body }: Asked,
  agent: Agent,
): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, agent }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => resolve({ status: response.statusCode!, bytes }));
    });
    asking.on('error', reject).end(body);
  });
}
