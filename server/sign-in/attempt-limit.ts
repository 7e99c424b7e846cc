/** How often something may be tried. */
export interface AttemptRule {
  readonly most: number;
  readonly withinMinutes: number;
}

/** trust.md 7.1. */
export const SIGN_IN_ATTEMPTS: AttemptRule = { most: 5, withinMinutes: 15 };
export const MAIL_LINKS: AttemptRule = { most: 3, withinMinutes: 60 };

/** Keys that are remembered at most; beyond that the oldest are forgotten, so that nobody can fill the memory. */
const MOST_KEYS = 100_000;

/**
 * A count of attempts within a moving window, in the memory of one process.
 *
 * Kept in memory on purpose: an attempt that is refused writes nothing, so it cannot fill the disk, and asking and counting are one step, so
 * parallel attempts cannot slip through. It assumes one process; with several the limit holds per process.
 */
export class AttemptLimit {
  readonly rule: AttemptRule;
  readonly #attempts = new Map<string, number[]>();

  constructor(rule: AttemptRule) {
    this.rule = rule;
  }

  /**
   * Counts an attempt under each of the keys, unless one of them has none left.
   *
   * @returns minutes to wait (at least 1), or 0 when the attempt may go on
   */
  take(keys: readonly string[], now: Date): number {
    const wait = Math.max(0, ...keys.map((key) => this.#wait(key, now)));
    if (wait > 0) return wait;
    for (const key of keys) this.#remember(key, [...this.#recent(key, now), now.getTime()]);
    return 0;
  }

  /** Gives attempts back after a success: whoever came in was no guesser. */
  forgive(keys: readonly string[]): void {
    for (const key of keys) {
      const attempts = this.#attempts.get(key);
      if (attempts !== undefined) this.#remember(key, attempts.slice(0, -1));
    }
  }

  /** Forgets all attempts under a key. */
  forget(key: string): void {
    this.#attempts.delete(key);
  }

  #wait(key: string, now: Date): number {
    const recent = this.#recent(key, now);
    if (recent.length < this.rule.most) return 0;
    const free = recent[recent.length - this.rule.most]! + this.rule.withinMinutes * 60_000;
    return Math.max(1, Math.ceil((free - now.getTime()) / 60_000));
  }

  #recent(key: string, now: Date): number[] {
    const from = now.getTime() - this.rule.withinMinutes * 60_000;
    return (this.#attempts.get(key) ?? []).filter((at) => at > from);
  }

  /** A key that is used goes to the end, so the first is always the one longest unused. */
  #remember(key: string, attempts: number[]): void {
    this.#attempts.delete(key);
    if (attempts.length > 0) this.#attempts.set(key, attempts);
    if (this.#attempts.size > MOST_KEYS) this.#attempts.delete(this.#attempts.keys().next().value!);
  }
}
