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

/** Keys that are remembered at most; the longest unused go first, and they have the most left anyway. */
const MOST_KEYS = 50_000;

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
  readonly #buckets = new Map<string, Bucket>();

  constructor(allowance: Allowance) {
    this.allowance = allowance;
  }

  /** Takes one; gives the seconds to wait (at least 1), or 0 when the request may go on. */
  take(key: string, milliseconds: number): number {
    const { atOnce, perSecond } = this.allowance;
    const before = this.#buckets.get(key) ?? { left: atOnce, at: milliseconds };
    const filled = before.left + ((milliseconds - before.at) / 1000) * perSecond;
    const left = Math.min(atOnce, filled);
    const taken = left >= 1;
    this.#remember(key, { left: taken ? left - 1 : left, at: milliseconds });
    return taken ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  }

  #remember(key: string, bucket: Bucket): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > MOST_KEYS) this.#buckets.delete(this.#buckets.keys().next().value!);
  }
}
