import { networkOf } from '#server/sign-in/network.ts';

/** How much may be asked: so many at once, and so many a second in the long run. */
export interface Allowance {
  readonly atOnce: number;
  readonly perSecond: number;
}

/**
 * Far above what people click, far below what hurts: the whole server answers about a thousand pages a second on one
 * core (`bench/results-server.md`).
 */
export const REQUEST_ALLOWANCES = {
  everybody: { atOnce: 2000, perSecond: 1000 },
  network: { atOnce: 300, perSecond: 60 },
  account: { atOnce: 120, perSecond: 20 },
} as const satisfies Readonly<Record<string, Allowance>>;

/** Keys of one generation. Two are remembered; when one is full, the older is forgotten: its keys have the most left anyway. */
const MOST_KEYS = 25_000;

/** What the application asks before it works: seconds to wait, or 0. */
export interface RequestLimits {
  /** Everybody together, and everybody of one network. */
  network(address: string): number;
  /** One person, in all their browsers together. */
  account(person: string): number;
}

/** The limits of a server. */
export function requestLimits(
  allowances: Readonly<Record<keyof typeof REQUEST_ALLOWANCES, Allowance>> = REQUEST_ALLOWANCES,
): RequestLimits {
  const everybody = new RequestLimit(allowances.everybody);
  const network = new RequestLimit(allowances.network);
  const account = new RequestLimit(allowances.account);
  return {
    network: (address) => {
      const now = performance.now();
      return network.take(networkOf(address), now) || everybody.take('', now);
    },
    account: (person) => account.take(person, performance.now()),
  };
}

interface Bucket {
  left: number;
  at: number;
}

/**
 * A bucket for each key that fills again with time: who asks steadily is served, who floods waits. In the memory of one process.
 *
 * Units: milliseconds of a clock that only goes forward.
 */
export class RequestLimit {
  readonly allowance: Allowance;
  #young = new Map<string, Bucket>();
  #old = new Map<string, Bucket>();

  constructor(allowance: Allowance) {
    this.allowance = allowance;
  }

  /** Takes one; gives the seconds to wait (at least 1), or 0 when the request may go on. */
  take(key: string, milliseconds: number): number {
    const { atOnce, perSecond } = this.allowance;
    const before = this.#young.get(key) ?? this.#old.get(key) ?? { left: atOnce, at: milliseconds };
    const filled = before.left + ((milliseconds - before.at) / 1000) * perSecond;
    const left = Math.min(atOnce, filled);
    const taken = left >= 1;
    this.#remember(key, { left: taken ? left - 1 : left, at: milliseconds });
    return taken ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  }

  #remember(key: string, bucket: Bucket): void {
    this.#young.set(key, bucket);
    if (this.#young.size < MOST_KEYS) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
