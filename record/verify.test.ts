import { expect, test } from 'vitest';
import { headerLeaf } from './entry/header.ts';
import { newEntry } from './entry/new-entry.ts';
import { EMPTY_HEAD, sealedAfter, type Head, type SealedEntry } from './sealer.ts';
import { bytesFrom, idAt, opener, ORGANISATION, story, SUBJECT_KEY, waiting } from './story.fixture.ts';
import { verify, type PayloadOf, type RecordBreak } from './verify.ts';

interface Record {
  entries: SealedEntry[];
  head: Head;
  payloadOf: PayloadOf;
}

const breaksOf = ({ entries, head, payloadOf }: Record): readonly RecordBreak[] =>
  verify(entries, head, payloadOf).breaks;
const renumbered = (entries: readonly SealedEntry[]): SealedEntry[] =>
  entries.map((entry, i) => ({ ...entry, seq: i + 1 }));

test('an untouched record of 20 entries is whole, and every payload keeps its commitment', () => {
  const { entries, head, payloadOf } = story(20);
  expect(verify(entries, head, payloadOf)).toMatchObject({
    whole: true,
    entries: 20,
    payloads: 20,
    breaks: [],
  });
  expect(verify([], EMPTY_HEAD).whole).toBe(true);
});

test('a changed header is found at its entry', () => {
  const record = story(20);
  const entry = record.entries[6]!;
  record.entries[6] = { ...entry, header: { ...entry.header, actor: `p-${'0'.repeat(32)}` } };
  expect(breaksOf(record)).toEqual([{ kind: 'header', seq: 7 }]);
});

test('a changed header with its leaf made anew is found at its entry', () => {
  const record = story(20);
  const entry = record.entries[6]!;
  const header = { ...entry.header, actor: `p-${'0'.repeat(32)}` };
  record.entries[6] = { ...entry, header, leaf: headerLeaf(header) };
  expect(breaksOf(record)[0]).toEqual({ kind: 'order', seq: 7 });
});

test('a removed entry is found where it stood, also when the rest is numbered anew', () => {
  const record = story(20);
  record.entries.splice(9, 1);
  expect(breaksOf(record)[0]).toEqual({ kind: 'gap', seq: 10 });
  const hidden = { ...record, entries: renumbered(record.entries) };
  expect(breaksOf(hidden)[0]).toEqual({ kind: 'order', seq: 10 });
});

test('entries cut off at the end are found', () => {
  const record = story(20);
  expect(breaksOf({ ...record, entries: record.entries.slice(0, 18) })).toEqual([{ kind: 'head', seq: 19 }]);
});

test('an inserted entry is found where it stands', () => {
  const record = story(20);
  const foreign = waiting(99, 10);
  record.entries.splice(11, 0, { ...foreign, seq: 12, root: record.entries[11]!.root });
  expect(breaksOf(record)[0]).toEqual({ kind: 'order', seq: 12 });
  expect(breaksOf({ ...record, entries: renumbered(record.entries) })[0]).toEqual({ kind: 'order', seq: 12 });
});

test('an entry that stands twice is found', () => {
  const record = story(5);
  record.entries.push({ ...record.entries[2]!, seq: 6 });
  expect(breaksOf(record)).toContainEqual({ kind: 'doubled', seq: 6 });
});

test('two swapped entries are found at the first of them', () => {
  const record = story(20);
  const [a, b] = [record.entries[3]!, record.entries[4]!];
  record.entries[3] = { ...b, seq: 4 };
  record.entries[4] = { ...a, seq: 5 };
  expect(breaksOf(record)[0]).toEqual({ kind: 'order', seq: 4 });
});

test('numbers made anew from some entry on are found there', () => {
  const record = story(20);
  record.entries = record.entries.map((entry) => ({
    ...entry,
    seq: entry.seq > 14 ? entry.seq + 1 : entry.seq,
  }));
  expect(breaksOf(record)).toEqual([{ kind: 'gap', seq: 15 }]);
});

test('an entry that came with a clock set back is found, even if the sealer put it in', () => {
  const late = sealedAfter(story(20).head, [waiting(21, -5 * 60)]);
  const entries = [...story(20).entries, ...late.entries];
  expect(verify(entries, late.head).breaks).toEqual([{ kind: 'clock', seq: 21 }]);
});

test('five minutes back is the order of transactions, and steps of five minutes do not add up', () => {
  const first = story(1);
  const second = sealedAfter(first.head, [waiting(2, -5 * 60)]);
  const two = [...first.entries, ...second.entries];
  expect(verify(two, second.head).whole).toBe(true);
  const third = sealedAfter(second.head, [waiting(3, -10 * 60)]);
  expect(verify([...two, ...third.entries], third.head).breaks).toEqual([{ kind: 'clock', seq: 3 }]);
});

test('a changed payload is found at its entry', () => {
  const record = story(20);
  const payloadOf: PayloadOf = (entry) => {
    const opened = record.payloadOf(entry);
    if (entry.seq !== 3 || typeof opened === 'string') return opened;
    return { ...opened, payload: { what: 'nothing', format: 'csv' } };
  };
  expect(breaksOf({ ...record, payloadOf })).toEqual([{ kind: 'payload', seq: 3 }]);
});

test('a payload that is gone is found, unless an entry of an erasure covers it', () => {
  const made = [waiting(1, 1), waiting(2, 2), waiting(3, 3)];
  const parts = new Map(made.map(({ header, privatePart }) => [header.id, privatePart]));
  parts.delete(idAt(2));
  const { entries, head } = sealedAfter(EMPTY_HEAD, made);
  expect(verify(entries, head, opener(parts)).breaks).toEqual([{ kind: 'payload-gone', seq: 2 }]);

  const about = {
    ...made[0]!.header,
    id: idAt(4),
    at: '2026-11-25T12:00:04.000Z',
    kind: 'person.erased',
  } as const;
  const erasure = newEntry(about, { entries: [idAt(2)] }, SUBJECT_KEY, bytesFrom('erasure'));
  parts.set(idAt(4), erasure.privatePart);
  const after = sealedAfter(head, [erasure]);
  expect(verify([...entries, ...after.entries], after.head, opener(parts))).toMatchObject({
    whole: true,
    erased: 1,
    payloads: 3,
  });
});

test('an entry of another organisation is found', () => {
  const made = [waiting(1, 1), waiting(2, 2, { org: idAt(77) })];
  const { entries, head } = sealedAfter(EMPTY_HEAD, made);
  expect(entries[0]!.header.org).toBe(ORGANISATION);
  expect(verify(entries, head).breaks).toEqual([{ kind: 'foreign', seq: 2 }]);
});

test('a record rewritten and sealed anew from some entry on is found only by a head that somebody else kept', () => {
  const { entries, head } = story(20);
  const rewritten = entries.map(({ header, leaf }, i) =>
    i === 6 ? waiting(7, 6, { actor: 'system', prev: idAt(3) }) : { header, leaf },
  );
  const anew = sealedAfter(EMPTY_HEAD, rewritten);
  expect(verify(anew.entries, anew.head).whole).toBe(true);
  expect(verify(anew.entries, head).breaks).toEqual([{ kind: 'head', seq: 21 }]);
});
