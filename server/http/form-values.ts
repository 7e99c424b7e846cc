import { Problem } from './problem.ts';

/** Names that would reach the prototype of an object. */
const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);
/** A list in a form holds at most this many entries; longer ones come as files. */
const MOST_ENTRIES = 500;

/**
 * The values of a form as an object: dots lead inwards, numbers are places in a list, `[]` at the end gathers.
 *
 * Missing: an unticked box is absent. A repeated name that does not end in `[]` is refused.
 * @throws Problem `not-understood` for refused, repeated or contradictory names
 * @example
 * formValues([['kpis.0.name', 'Stayed'], ['groups[]', 'site']])
 * // => { kpis: [{ name: 'Stayed' }], groups: ['site'] }
 */
export function formValues(entries: Iterable<readonly [string, string]>): Record<string, unknown> {
  const root: Node = new Map();
  for (const [name, value] of entries) put(root, name, value);
  return plain(root) as Record<string, unknown>;
}

type Node = Map<string, Node | string | string[]>;

function put(root: Node, name: string, value: string): void {
  const gathers = name.endsWith('[]');
  const parts = (gathers ? name.slice(0, -2) : name).split('.');
  if (parts.some((part) => part === '' || REFUSED.has(part))) throw refused(name);
  const last = parts.pop()!;
  let node = root;
  for (const part of parts) {
    const next = node.get(part) ?? new Map();
    if (!(next instanceof Map)) throw refused(name);
    node.set(part, next);
    node = next;
  }
  const before = node.get(last);
  if (!gathers && before !== undefined) throw refused(name);
  if (!gathers) node.set(last, value);
  else if (before === undefined) node.set(last, [value]);
  else if (Array.isArray(before) && before.length < MOST_ENTRIES) before.push(value);
  else throw refused(name);
}

function plain(node: Node | string | string[]): unknown {
  if (!(node instanceof Map)) return node;
  const keys = [...node.keys()];
  if (keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key))) {
    if (keys.length > MOST_ENTRIES) throw refused(keys[0]!);
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => plain(node.get(key)!));
  }
  return Object.fromEntries(keys.map((key) => [key, plain(node.get(key)!)]));
}

function refused(name: string): Problem {
  return new Problem('not-understood', { text: 'problem.field-name', values: { name: name.slice(0, 80) } });
}
