import { openedPayload } from '#record/entry/new-entry.ts';
import { isKind, peopleIn, type Kind } from '#record/kinds.ts';
import type { Rows } from '#server/scope.ts';
import type { MasterKeys } from './master-keys.ts';
import type { RecordPrivateRow, RecordSubjectRow } from './record-tables.ts';
import { openedSubject } from './subjects.ts';

/** What an entry says, and who acted, as far as the reader may see it and it has not been erased. */
export interface Said {
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The person who acted; `null` where nobody in particular did. */
  readonly actor: string | null;
  /** The people whom it names, by field; who was erased is not among them. */
  readonly people: Readonly<Record<string, string>>;
}

/** Opens what entries say. The rows decide what a reader sees: what is hidden and what was erased are simply not among the answers. */
export type ReadPayloads = (
  rows: Rows,
  organisation: string,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, Said>>;

/** The way to read what entries say. */
export function payloadReader(keys: MasterKeys): ReadPayloads {
  return async (rows, organisation, ids) => {
    if (ids.length === 0) return new Map();
    const stored = await rows
      .selectFrom('record_private as part')
      .innerJoin('record_subjects as subject', (join) =>
        join
          .onRef('subject.organisation_id', '=', 'part.organisation_id')
          .onRef('subject.id', '=', 'part.subject_id'),
      )
      .select(['part.id', 'part.kind', 'part.actor_id', 'part.payload_locked', 'part.key_wrapped'])
      .select(['subject.id as subject', 'subject.actor', 'subject.wrapped_by'])
      .select(['subject.salt_wrapped', 'subject.key_wrapped as subject_key'])
      .where('part.organisation_id', '=', organisation)
      .where('subject.organisation_id', '=', organisation)
      .where('part.id', 'in', ids)
      .execute();
    const parts = stored.map(({ subject, actor, wrapped_by, salt_wrapped, subject_key, ...part }) => ({
      ...part,
      subject: { id: subject, actor, wrapped_by, salt_wrapped, key_wrapped: subject_key },
    }));
    const opened = parts.flatMap((part) => openedPart(keys, organisation, part));
    const people = await peopleNamed(rows, organisation, opened);
    return new Map(
      opened.map(({ kind, ...said }) => [
        said.id,
        {
          ...said,
          people: Object.fromEntries(
            peopleIn(kind).flatMap((field) => {
              const person = people.get(String(said.payload[field]));
              return person === undefined ? [] : [[field, person]];
            }),
          ),
        },
      ]),
    );
  };
}

type StoredPart = Pick<RecordPrivateRow, 'id' | 'kind' | 'actor_id' | 'key_wrapped' | 'payload_locked'> & {
  readonly subject: Omit<RecordSubjectRow, 'organisation_id'>;
};

type OpenedPart = Omit<Said, 'people'> & { readonly kind: Kind };

function openedPart(keys: MasterKeys, organisation: string, part: StoredPart): OpenedPart[] {
  const { id, kind, actor_id: actor, key_wrapped: keyWrapped, payload_locked: payloadLocked, subject } = part;
  const { key } = openedSubject(keys, { ...subject, organisation_id: organisation });
  const opened = openedPayload({ id, org: organisation }, { id, keyWrapped, payloadLocked }, key);
  if (opened === undefined || !isKind(kind)) return [];
  return [{ id, kind, actor, payload: opened.payload as Said['payload'] }];
}

/** The people behind the pseudonyms that payloads name. */
async function peopleNamed(
  rows: Rows,
  organisation: string,
  opened: readonly OpenedPart[],
): Promise<ReadonlyMap<string, string>> {
  const pseudonyms = opened.flatMap(({ kind, payload }) =>
    peopleIn(kind).flatMap((field) => (typeof payload[field] === 'string' ? [payload[field]] : [])),
  );
  if (pseudonyms.length === 0) return new Map();
  const found = await rows
    .selectFrom('record_subjects')
    .select(['id', 'actor'])
    .where('organisation_id', '=', organisation)
    .where('actor', 'in', [...new Set(pseudonyms)])
    .execute();
  return new Map(found.map(({ id, actor }) => [actor, id]));
}
