import { createHash } from 'node:crypto';
import type { Header } from './entry/header.ts';
import { newEntry, openedPayload, type PendingEntry, type PrivatePart } from './entry/new-entry.ts';
import { EMPTY_HEAD, sealedAfter, type Head, type SealedEntry } from './sealer.ts';
import type { PayloadOf } from './verify.ts';

/** The organisation of the story. */
export const ORGANISATION = '11111111-1111-4111-8111-111111111111';

/** The key under which the story's payloads lie. */
export const SUBJECT_KEY = Buffer.alloc(32, 9);

/** Bytes that look random and are the same in every run. */
export function bytesFrom(seed: string): (length: number) => Uint8Array {
  let count = 0;
  return (length) =>
    createHash('sha512')
      .update(`${seed} ${(count += 1)}`)
      .digest()
      .subarray(0, length);
}

/** The n-th id of the story. */
export function idAt(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** An entry that waits: the n-th, made so many seconds after noon. */
export function waiting(
  n: number,
  seconds: number,
  over: Partial<Header> = {},
): PendingEntry & { privatePart: PrivatePart } {
  const at = new Date(Date.UTC(2026, 10, 25, 12, 0, seconds)).toISOString();
  const about = {
    id: idAt(n),
    org: ORGANISATION,
    at,
    actor: 'system',
    kind: 'export.made',
    object: { type: 'record', id: 'record' },
  } as const;
  return newEntry(
    { ...about, ...over },
    { what: `export ${n}`, format: 'csv' },
    SUBJECT_KEY,
    bytesFrom(String(n)),
  );
}

/** A whole record of so many entries, a second apart. */
export function story(length: number): { entries: SealedEntry[]; head: Head; payloadOf: PayloadOf } {
  const made = Array.from({ length }, (_, i) => waiting(i + 1, i));
  const parts = new Map(made.map(({ header, privatePart }) => [header.id, privatePart]));
  const pending = made.map(({ header, leaf }) => ({ header, leaf }));
  return { ...sealedAfter(EMPTY_HEAD, pending), payloadOf: opener(parts) };
}

/** Opens the private parts that are there. */
export function opener(parts: ReadonlyMap<string, PrivatePart>): PayloadOf {
  return ({ header }) => {
    const part = parts.get(header.id);
    return (part && openedPayload(header, part, SUBJECT_KEY)) ?? 'gone';
  };
}
