import { pino, type DestinationStream } from 'pino';
import type { LogLevel } from '#server/settings/settings.ts';

/** One answered request. Of the address only the pattern of its route: what stands in it may be a token or an id. */
export interface AnsweredRequest {
  readonly id: string;
  readonly method: string;
  /** `null` where no route is. */
  readonly route: string | null;
  readonly status: number;
  readonly milliseconds: number;
}

/** What is worth a line while the server runs. Each has its own few facts; there is no line of free text from outside. */
export interface Log {
  answered(request: AnsweredRequest): void;
  /** What nobody foresaw; the visitor sees the same reference. */
  fault(reference: string, error: unknown): void;
  /** What the server itself does: `started`, `stopping`, a job that failed. Facts are ours, never a visitor's. */
  event(name: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** Slower than this is worth a line of its own at the level of warnings. */
const SLOW_MILLISECONDS = 1000;
/** An error's own places, without its message: messages of the database repeat values. */
const MOST_PLACES = 12;

/** Lines of JSON, without bodies, query strings, cookies, names, mail addresses or ids of people. */
export function makeLog(level: LogLevel, destination: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    answered: (request) => {
      const milliseconds = Math.round(request.milliseconds * 10) / 10;
      const slow = milliseconds >= SLOW_MILLISECONDS;
      const line = { event: slow ? 'slow request' : 'request', ...request, milliseconds };
      if (slow || request.status >= 500) logger.warn(line);
      else logger.info(line);
    },
    fault: (reference, error) => logger.error({ event: 'fault', reference, ...faultFacts(error) }),
    event: (name, facts = {}) => logger.info({ event: name, ...facts }),
  };
}

/** Where it happened and of what kind it is; nothing that somebody typed. */
function faultFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { name, code, table, constraint } = error as Error & Record<string, unknown>;
  return {
    kind: name,
    ...named('code', code),
    ...named('table', table),
    ...named('constraint', constraint),
    places: placesOf(error),
    ...(error.cause === undefined ? {} : { cause: faultFacts(error.cause) }),
  };
}

function named(key: string, value: unknown): Record<string, string> {
  return typeof value === 'string' && /^[\w.]{1,80}$/.test(value) ? { [key]: value } : {};
}

/** The places of a stack that lie in our rooms or in packages; the message before them is left out. */
function placesOf({ message, stack = '' }: Error): string[] {
  const after = stack.indexOf(message) + message.length;
  if (after < message.length) return [];
  return [...stack.slice(after).matchAll(PLACE)].slice(0, MOST_PLACES).map(([, place]) => place!);
}

const PLACE =
  /^ {4}at [^\n]*?\/((?:server|cli|record|intake|report|evaluation|stats|node_modules)\/[\w./@-]+:\d+):\d+\)?$/gm;
