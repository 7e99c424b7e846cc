import type { PendingEntry } from './entry/new-entry.ts';
import { EMPTY_FRONTIER, rootOf, withLeaf, type Frontier } from './tree/frontier.ts';

/** An entry in its place: numbered without gaps from 1, with the root of the tree that ends with it. */
export interface SealedEntry extends PendingEntry {
  readonly seq: number;
  readonly root: Uint8Array;
}

/** How far a record reaches: its frontier and its root. */
export interface Head extends Frontier {
  readonly root: Uint8Array;
}

/** The head of a record without entries. */
export const EMPTY_HEAD: Head = { ...EMPTY_FRONTIER, root: rootOf(EMPTY_FRONTIER) };

/** Where pending entries come from and sealed ones go to; everything between `pending` and `keep` is one transaction. */
export interface SealerStore {
  /** Entries that wait, of any number of organisations, locked so that nobody else seals them; in any order. */
  pending(): Promise<readonly PendingEntry[]>;
  /** The head of an organisation's record, or `undefined` before its first entry. */
  head(organisation: string): Promise<Head | undefined>;
  /** Writes the entries and the new head, and takes the entries from those that wait. */
  keep(organisation: string, entries: readonly SealedEntry[], head: Head): Promise<void>;
}

/**
 * The number of entries that moved from waiting to sealed.
 *
 * Each organisation has a record of its own. Entries that wait together are put in the order of their instants, and of their ids
 * where instants are equal.
 */
export async function seal(store: SealerStore): Promise<number> {
  const pending = await store.pending();
  const byOrganisation = Map.groupBy(pending, ({ header }) => header.org);
  for (const organisation of [...byOrganisation.keys()].sort()) {
    const before = (await store.head(organisation)) ?? EMPTY_HEAD;
    const { entries, head } = sealedAfter(before, byOrganisation.get(organisation)!);
    await store.keep(organisation, entries, head);
  }
  return pending.length;
}

/** The entries in their order after a head, and the head that follows. */
export function sealedAfter(
  head: Head,
  pending: readonly PendingEntry[],
): { readonly entries: SealedEntry[]; readonly head: Head } {
  let frontier: Frontier = { size: head.size, subtrees: head.subtrees };
  let root = head.root;
  const entries = [...pending].sort(byInstantThenId).map((entry) => {
    frontier = withLeaf(frontier, entry.leaf);
    root = rootOf(frontier);
    return { ...entry, seq: frontier.size, root };
  });
  return { entries, head: { ...frontier, root } };
}

/** Instants have one form, so their order is that of their letters. */
function byInstantThenId({ header: a }: PendingEntry, { header: b }: PendingEntry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
