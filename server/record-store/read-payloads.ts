import { openedPayload } from '#record/entry/new-entry.ts';
import type { Rows } from '#server/scope.ts';
import type { MasterKeys } from './master-keys.ts';
import './record-tables.ts';
import { openedSubject } from './subjects.ts';

/** What an entry says, and who acted, as far as the reader may see it and it has not been erased. */
export interface Said {
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The person who acted; `null` where nobody in particular did. */
  readonly actor: string | null;
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
    const parts = await rows
      .selectFrom('record_private as part')
      .innerJoin('record_subjects as subject', (join) =>
        join
          .onRef('subject.organisation_id', '=', 'part.organisation_id')
          .onRef('subject.id', '=', 'part.subject_id'),
      )
      .select(['part.id as entry', 'part.actor_id', 'part.payload_locked', 'part.key_wrapped as entry_key'])
      .select([
        'subject.id',
        'subject.actor',
        'subject.wrapped_by',
        'subject.salt_wrapped',
        'subject.key_wrapped',
      ])
      .where('part.organisation_id', '=', organisation)
      .where('subject.organisation_id', '=', organisation)
      .where('part.id', 'in', ids)
      .execute();
    const said = new Map<string, Said>();
    for (const { entry, actor_id, payload_locked, entry_key, ...subject } of parts) {
      const { key } = openedSubject(keys, { ...subject, organisation_id: organisation });
      const part = { id: entry, keyWrapped: entry_key, payloadLocked: payload_locked };
      const opened = openedPayload({ id: entry, org: organisation }, part, key);
      if (opened === undefined) continue;
      said.set(entry, { id: entry, payload: opened.payload as Said['payload'], actor: actor_id });
    }
    return said;
  };
}
