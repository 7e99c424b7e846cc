import { locked, unlocked, type Place, type RandomBytes } from '../keys/locked.ts';
import { canonicalText } from './canonical.ts';
import { commitmentTo, payloadKey } from './commitment.ts';
import { checkedHeader, headerLeaf, type Header } from './header.ts';

/** An entry that waits to be sealed. */
export interface PendingEntry {
  readonly header: Header;
  readonly leaf: Uint8Array;
}

/** The part of an entry that can be erased: its payload and its key, both locked. */
export interface PrivatePart {
  readonly id: string;
  readonly keyWrapped: Uint8Array;
  readonly payloadLocked: Uint8Array;
}

/** A payload with the key that its commitment was made with. */
export interface OpenedPayload {
  readonly payload: unknown;
  readonly entryKey: Uint8Array;
}

/**
 * A new entry in its two parts: the header that stays, and the private part that can be erased.
 *
 * @param subjectKey 32 bytes, the key of the person (or organisation) whom the payload is about
 * @throws RangeError when the header or the payload has not the right form
 */
export function newEntry(
  about: Omit<Header, 'v' | 'commit'>,
  payload: Readonly<Record<string, unknown>>,
  subjectKey: Uint8Array,
  random: RandomBytes,
): PendingEntry & { readonly privatePart: PrivatePart } {
  const entryKey = random(32);
  const header = checkedHeader({ v: 1, ...about, commit: commitmentTo(payload, entryKey) });
  const text = Buffer.from(canonicalText(payload));
  return {
    header,
    leaf: headerLeaf(header),
    privatePart: {
      id: header.id,
      keyWrapped: locked(entryKey, subjectKey, placeOf(header, 'key_wrapped'), random),
      payloadLocked: locked(text, payloadKey(entryKey), placeOf(header, 'payload_locked'), random),
    },
  };
}

/** The payload of a private part, or `undefined` when the key does not fit or something was changed. */
export function openedPayload(
  header: Pick<Header, 'id' | 'org'>,
  { keyWrapped, payloadLocked }: PrivatePart,
  subjectKey: Uint8Array,
): OpenedPayload | undefined {
  const entryKey = unlocked(keyWrapped, subjectKey, placeOf(header, 'key_wrapped'));
  if (entryKey?.length !== 32) return undefined;
  const text = unlocked(payloadLocked, payloadKey(entryKey), placeOf(header, 'payload_locked'));
  return text === undefined ? undefined : { payload: JSON.parse(text.toString('utf8')) as unknown, entryKey };
}

function placeOf({ id, org }: Pick<Header, 'id' | 'org'>, column: string): Place {
  return { organisation: org, table: 'record_private', row: id, column };
}
