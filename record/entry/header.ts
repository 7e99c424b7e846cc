import { leafOf } from '../tree/hashes.ts';
import { isKind, type Kind } from '../kinds.ts';
import { canonicalText } from './canonical.ts';

/** What an entry is about. */
export interface RecordedObject {
  /** A noun: `plan`, `program`, `person`, `settings`. */
  readonly type: string;
  readonly id: string;
  /** The program to which it belongs; absent when it concerns the whole organisation. */
  readonly program?: string;
}

/** The part of an entry that stays for ever: who did what to which thing when, and a commitment to the rest. */
export interface Header {
  /** The version of this form. */
  readonly v: 1;
  readonly id: string;
  readonly org: string;
  /** The instant, as `2026-11-25T13:40:00.000Z`. */
  readonly at: string;
  /** The pseudonym of the person who acted, or `system`. */
  readonly actor: string;
  readonly kind: Kind;
  readonly object: RecordedObject;
  /** The commitment to the payload, 64 hex digits. */
  readonly commit: string;
  /** The id of the entry that this one changes or takes back. */
  readonly prev?: string;
}

/** The actor of what nobody in particular did. */
export const SYSTEM = 'system';

/**
 * The leaf of an entry in the tree: its header's canonical text, hashed as RFC 9162 says.
 *
 * @see RFC 9162, 2.1.1; RFC 8785
 */
export function headerLeaf(header: Header): Buffer {
  return leafOf(canonicalText(header));
}

/**
 * The header as it was handed in, once it is known to be one.
 *
 * @throws RangeError when a part is missing or has another form
 */
export function checkedHeader(header: Header): Header {
  const refuse = (part: string): never => {
    throw new RangeError(`checkedHeader: ${part} has not the form of an entry`);
  };
  if (header.v !== 1) refuse('v');
  for (const part of ['id', 'org'] as const) if (!UUID.test(header[part])) refuse(part);
  if (!INSTANT.test(header.at) || new Date(header.at).toISOString() !== header.at) refuse('at');
  if (!isKind(header.kind)) refuse('kind');
  if (!/^(system|p-[0-9a-f]{32})$/.test(header.actor)) refuse('actor');
  if (!/^[0-9a-f]{64}$/.test(header.commit)) refuse('commit');
  if (!WORD.test(header.object.type) || !WORD.test(header.object.id)) refuse('object');
  if (header.object.program !== undefined && !UUID.test(header.object.program)) refuse('object.program');
  if (header.prev !== undefined && !UUID.test(header.prev)) refuse('prev');
  return header;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const WORD = /^[\w.:-]{1,100}$/;
