import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PendingEntry } from './entry/new-entry.ts';
import { EMPTY_HEAD, seal, sealedAfter, type Head, type SealedEntry, type SealerStore } from './sealer.ts';
import { ORGANISATION, waiting } from './story.fixture.ts';
import { verify } from './verify.ts';

const OTHER = '99999999-9999-4999-8999-999999999999';

/** A record in memory. */
class InMemory implements SealerStore {
  readonly waiting: PendingEntry[] = [];
  readonly entries = new Map<string, SealedEntry[]>();
  readonly heads = new Map<string, Head>();

  pending(): Promise<readonly PendingEntry[]> {
    return Promise.resolve(this.waiting.splice(0));
  }
  head(organisation: string): Promise<Head | undefined> {
    return Promise.resolve(this.heads.get(organisation));
  }
  keep(organisation: string, entries: readonly SealedEntry[], head: Head): Promise<void> {
    this.entries.set(organisation, [...(this.entries.get(organisation) ?? []), ...entries]);
    this.heads.set(organisation, head);
    return Promise.resolve();
  }
}

test('entries stand in the order of their instants, and of their ids where instants are equal', () => {
  const { entries } = sealedAfter(EMPTY_HEAD, [waiting(3, 5), waiting(9, 1), waiting(2, 5), waiting(1, 9)]);
  expect(entries.map(({ seq, header }) => [seq, Number(header.id.slice(-3))])).toEqual([
    [1, 9],
    [2, 2],
    [3, 3],
    [4, 1],
  ]);
});

test('the order in which entries arrive within one sealing does not matter', () => {
  const pending = Array.from({ length: 12 }, (_, i) => waiting(i, Math.floor(i / 3)));
  const { head } = sealedAfter(EMPTY_HEAD, pending);
  fc.assert(
    fc.property(fc.shuffledSubarray(pending, { minLength: 12 }), (turned) => {
      expect(sealedAfter(EMPTY_HEAD, turned).head).toEqual(head);
    }),
    { seed: 7, numRuns: 50 },
  );
});

test('however entries are cut into sealings, numbers have no gaps and the record is whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), async (sizes) => {
      const store = new InMemory();
      let made = 0;
      for (const size of sizes) {
        for (let i = 0; i < size; i += 1) store.waiting.push(waiting((made += 1), made));
        expect(await seal(store)).toBe(size);
      }
      const entries = store.entries.get(ORGANISATION) ?? [];
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: made }, (_, i) => i + 1));
      expect(verify(entries, store.heads.get(ORGANISATION) ?? EMPTY_HEAD)).toMatchObject({
        whole: true,
        entries: made,
      });
    }),
    { seed: 11, numRuns: 30 },
  );
});

test('each organisation has a record of its own, numbered from 1', async () => {
  const store = new InMemory();
  store.waiting.push(waiting(1, 1), waiting(2, 2, { org: OTHER }), waiting(3, 3));
  await seal(store);
  expect(store.entries.get(ORGANISATION)!.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(store.entries.get(OTHER)!.map(({ seq }) => seq)).toEqual([1]);
});

test('where nothing waits nothing is written', async () => {
  const store = new InMemory();
  expect(await seal(store)).toBe(0);
  expect(store.heads.size).toBe(0);
});
