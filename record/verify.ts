import { keepsCommitment } from './entry/commitment.ts';
import { headerLeaf } from './entry/header.ts';
import type { OpenedPayload } from './entry/new-entry.ts';
import type { Head, SealedEntry } from './sealer.ts';
import { EMPTY_FRONTIER, rootOf, withLeaf, type Frontier } from './tree/frontier.ts';

/** How far a clock may lie behind an earlier entry: transactions end in another order than they began. */
export const CLOCK_TOLERANCE_MINUTES = 5;

/**
 * What is wrong with a record.
 *
 * - `gap`: a number is missing or stands twice: an entry was removed, inserted or renumbered
 * - `doubled`: an entry stands in the record twice
 * - `header`: the header is not the one that was sealed
 * - `order`: the tree up to here is not the one that was sealed: an entry before was removed, inserted, swapped or changed
 * - `clock`: the instant lies more than five minutes before that of an earlier entry
 * - `payload`: the payload is not the one committed to
 * - `payload-gone`: the payload is missing, and no entry of an erasure covers it
 * - `foreign`: the entry belongs to another organisation
 * - `head`: the record ends elsewhere than its head says
 */
export type BreakKind =
  'gap' | 'doubled' | 'header' | 'order' | 'clock' | 'payload' | 'payload-gone' | 'foreign' | 'head';

/** One thing wrong, with the number of the entry where it shows. */
export interface RecordBreak {
  readonly kind: BreakKind;
  /** The number of the entry; for `head`, the number after the last one that is there. */
  readonly seq: number;
}

/** What a verification found. */
export interface Verified {
  readonly whole: boolean;
  /** How many entries were read. */
  readonly entries: number;
  /** Payloads that are gone and covered by the entry of an erasure. */
  readonly erased: number;
  /** Payloads that were opened and compared with their commitments. */
  readonly payloads: number;
  /** The first of each kind of break, in the order of entries; the first one is where to look. */
  readonly breaks: readonly RecordBreak[];
  /** The root that follows from the entries as they are. */
  readonly root: Uint8Array;
}

/** What is known of the payload of an entry; `not-asked` leaves commitments unread. */
export type PayloadOf = (entry: SealedEntry) => OpenedPayload | 'gone' | 'not-asked';

/**
 * Whether a record is whole: numbers, headers, order, tree, clock and, where payloads are given, commitments.
 *
 * It can't find what the operator rewrote and sealed anew from some entry on, head and roots included: for that somebody else
 * must hold an earlier head.
 *
 * Shape: entries in the order of their numbers; a record without entries is whole when its head says so.
 *
 * @param head what the record says of itself, or an earlier head kept elsewhere with as many entries
 */
export function verify(
  entries: Iterable<SealedEntry>,
  head: Pick<Head, 'size' | 'root'>,
  payloadOf: PayloadOf = () => 'not-asked',
): Verified {
  const reading = new Reading(payloadOf);
  for (const entry of entries) reading.take(entry);
  return reading.end(head);
}

/** A verification under way, for records that are read bit by bit. */
export class Reading {
  readonly #payloadOf: PayloadOf;
  readonly #breaks = new Map<BreakKind, RecordBreak>();
  readonly #ids = new Set<string>();
  readonly #gone = new Map<string, number>();
  readonly #covered = new Set<string>();
  #frontier: Frontier = EMPTY_FRONTIER;
  #last = 0;
  #payloads = 0;
  #organisation: string | undefined;
  #latest = '';

  constructor(payloadOf: PayloadOf = () => 'not-asked') {
    this.#payloadOf = payloadOf;
  }

  /** Reads the next entry. */
  take(entry: SealedEntry): void {
    const { header, seq } = entry;
    const found = (kind: BreakKind): void => this.#note(kind, seq);
    if (seq !== this.#last + 1) this.#note('gap', Math.min(seq, this.#last + 1));
    this.#last = seq;
    if (this.#ids.has(header.id)) found('doubled');
    this.#ids.add(header.id);
    this.#organisation ??= header.org;
    if (header.org !== this.#organisation) found('foreign');
    if (!headerLeaf(header).equals(entry.leaf)) found('header');
    this.#frontier = withLeaf(this.#frontier, entry.leaf);
    if (!rootOf(this.#frontier).equals(entry.root)) found('order');
    if (isTooEarly(header.at, this.#latest)) found('clock');
    if (header.at > this.#latest) this.#latest = header.at;
    this.#readPayload(entry);
  }

  /** What was found, once every entry has been read. */
  end(head: Pick<Head, 'size' | 'root'>): Verified {
    const root = rootOf(this.#frontier);
    if (head.size !== this.#frontier.size || !root.equals(head.root)) this.#note('head', this.#last + 1);
    let erased = 0;
    for (const [id, seq] of this.#gone) {
      if (this.#covered.has(id)) erased += 1;
      else this.#note('payload-gone', seq);
    }
    const breaks = [...this.#breaks.values()].sort((a, b) => a.seq - b.seq);
    const { size } = this.#frontier;
    return { whole: breaks.length === 0, entries: size, erased, payloads: this.#payloads, breaks, root };
  }

  #readPayload(entry: SealedEntry): void {
    const { header, seq } = entry;
    const known = this.#payloadOf(entry);
    if (known === 'not-asked') return;
    if (known === 'gone') {
      this.#gone.set(header.id, seq);
      return;
    }
    this.#payloads += 1;
    const kept = keepsCommitment(header.commit, known.payload, known.entryKey);
    if (!kept) this.#note('payload', seq);
    if (kept && header.kind === 'person.erased') {
      for (const id of (known.payload as { entries: readonly string[] }).entries) this.#covered.add(id);
    }
  }

  #note(kind: BreakKind, seq: number): void {
    const known = this.#breaks.get(kind);
    if (known === undefined || seq < known.seq) this.#breaks.set(kind, { kind, seq });
  }
}

function isTooEarly(at: string, latest: string): boolean {
  if (at >= latest) return false;
  return Date.parse(latest) - Date.parse(at) > CLOCK_TOLERANCE_MINUTES * 60_000;
}
