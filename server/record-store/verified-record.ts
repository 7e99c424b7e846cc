import { Reading, type Verified } from '#record/verify.ts';
import { openedPayload, type OpenedPayload } from '#record/entry/new-entry.ts';
import type { SealedEntry } from '#record/sealer.ts';
import { EMPTY_HEAD } from '#record/sealer.ts';
import type { Rows } from '#server/scope.ts';
import type { MasterKeys } from './master-keys.ts';
import type { RecordSubjectRow } from './record-tables.ts';
import { openedSubject, type Subject } from './subjects.ts';

/** How many entries are read at a time. */
const AT_ONCE = 2000;

/** The verification of an organisation's whole record, payloads included, in the transaction given; it must see every row. */
export async function verifiedRecord(rows: Rows, keys: MasterKeys, organisation: string): Promise<Verified> {
  const head = await rows
    .selectFrom('record_heads')
    .select(['size', 'root'])
    .where('organisation_id', '=', organisation)
    .executeTakeFirst();
  const openedParts = new Map<string, OpenedPayload | 'gone'>();
  const reading = new Reading(({ header }) => openedParts.get(header.id) ?? 'gone');
  const subjects = await subjectsById(rows, keys, organisation);
  for (let last = 0; ;) {
    const entries = await entriesAfter(rows, organisation, last);
    openedParts.clear();
    for (const [id, opened] of await payloadsOf(rows, subjects, organisation, entries))
      openedParts.set(id, opened);
    for (const entry of entries) reading.take(entry);
    last = entries.at(-1)?.seq ?? last;
    if (entries.length < AT_ONCE) return reading.end(head ?? EMPTY_HEAD);
  }
}

async function entriesAfter(rows: Rows, organisation: string, last: number): Promise<SealedEntry[]> {
  return rows
    .selectFrom('record_entries')
    .select(['seq', 'header', 'leaf', 'root'])
    .where('organisation_id', '=', organisation)
    .where('seq', '>', last)
    .orderBy('seq')
    .limit(AT_ONCE)
    .execute();
}

/** A key that does not open leaves its payloads closed: they count as changed, not as erased. */
async function subjectsById(
  rows: Rows,
  keys: MasterKeys,
  organisation: string,
): Promise<ReadonlyMap<string, Subject | undefined>> {
  const stored = await rows
    .selectFrom('record_subjects')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .execute();
  return new Map(stored.map((row) => [row.id, openedOrNot(keys, row)]));
}

function openedOrNot(keys: MasterKeys, row: RecordSubjectRow): Subject | undefined {
  try {
    return openedSubject(keys, row);
  } catch {
    return undefined;
  }
}

const NOT_OPENED: OpenedPayload = { payload: null, entryKey: new Uint8Array(32) };

async function payloadsOf(
  rows: Rows,
  subjects: ReadonlyMap<string, Subject | undefined>,
  organisation: string,
  entries: readonly SealedEntry[],
): Promise<[string, OpenedPayload][]> {
  if (entries.length === 0) return [];
  const parts = await rows
    .selectFrom('record_private')
    .select(['id', 'subject_id', 'key_wrapped', 'payload_locked'])
    .where('organisation_id', '=', organisation)
    .where(
      'id',
      'in',
      entries.map(({ header }) => header.id),
    )
    .execute();
  return parts.map(({ id, subject_id: subject, key_wrapped: keyWrapped, payload_locked: payloadLocked }) => {
    const key = subjects.get(subject)?.key;
    const part = { id, keyWrapped, payloadLocked };
    const opened = key && openedPayload({ id, org: organisation }, part, key);
    return [id, opened ?? NOT_OPENED];
  });
}
