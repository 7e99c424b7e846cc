import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { SYSTEM, type RecordedObject } from '#record/entry/header.ts';
import { pseudonym } from '#record/entry/pseudonym.ts';
import { newEntry } from '#record/entry/new-entry.ts';
import { payloadToRecord, peopleIn, standsAlone, type Told } from '#record/kinds.ts';
import type { Entry, Rows } from '#server/scope.ts';
import type { MasterKeys } from './master-keys.ts';
import './record-tables.ts';
import { subjectsOf, type Subject } from './subjects.ts';

/** In whose name an entry is made; `null` where nobody in particular acts. */
export interface Acting {
  readonly organisation: string;
  readonly person: string | null;
}

/** Writes an entry into the record, in the transaction of what it tells of. */
export type RecordEntry = (rows: Rows, by: Acting, entry: Entry, at: Date) => Promise<void>;

/**
 * The way into the record: an entry waits in the transaction of what it tells of, and is sealed once that has committed.
 *
 * It assumes that the transaction already acts for the organisation (`actFor`).
 */
export function recordEntryWith(keys: MasterKeys): RecordEntry {
  /** Instants inside one transaction go up, so that entries of one action keep their order. */
  const latest = new WeakMap<Rows, number>();
  return async (rows, by, entry, at) => {
    const told: Told = entry;
    const instant = Math.max(at.getTime(), (latest.get(rows) ?? 0) + 1);
    latest.set(rows, instant);
    const { organisation, person } = by;
    const subject = entry.subject ?? person ?? organisation;
    const object = objectOf(entry);
    const people = [
      person ?? subject,
      subject,
      ...named(told),
      ...(object.type === 'person' ? [object.id] : []),
    ];
    const subjects = await subjectsOf(rows, keys, organisation, people);
    const asPseudonym = (one: string): string => subjects.get(one)!.actor;
    const payload = await payloadToRecord(told, asPseudonym);
    const id = randomUUID();
    const { header, leaf, privatePart } = newEntry(
      {
        id,
        org: organisation,
        at: new Date(instant).toISOString(),
        actor: person === null ? SYSTEM : actorOf(told, id, organisation, subjects.get(person)!),
        kind: told.kind,
        // A header stays for ever, so a person stands in it by pseudonym only.
        object: object.type === 'person' ? { ...object, id: asPseudonym(object.id) } : object,
        ...(entry.prev === undefined ? {} : { prev: entry.prev }),
      },
      payload,
      subjects.get(subject)!.key,
      randomBytes,
    );
    await sql`
      with waiting as (
        insert into record_pending (organisation_id, id, header, leaf)
        values (${organisation}, ${header.id}, ${JSON.stringify(header)}, ${leaf})
      )
      insert into record_private (organisation_id, id, program_id, kind, actor_id, subject_id, key_wrapped, payload_locked)
      values (${organisation}, ${header.id}, ${entry.program ?? null}, ${told.kind}, ${person}, ${subject}, ${privatePart.keyWrapped}, ${privatePart.payloadLocked})
    `.execute(rows);
  };
}

/** The ids of the people whom a payload names. */
function named({ kind, payload }: Told): string[] {
  return peopleIn(kind).flatMap((field) => {
    const id = (payload as Readonly<Record<string, unknown>>)[field];
    return typeof id === 'string' ? [id] : [];
  });
}

/** The pseudonym of who acts; of a kind that stands alone, one that only this entry has. */
function actorOf({ kind }: Told, entry: string, organisation: string, { id, actor, salt }: Subject): string {
  return standsAlone(kind) ? pseudonym(organisation, `${id} ${entry}`, salt) : actor;
}

/** The object of an entry, from `noun/id`. */
function objectOf({ object, program }: Entry): RecordedObject {
  const at = object.indexOf('/');
  if (at < 1) throw new RangeError(`record: object is ${object}; it must be a noun, a slash and an id`);
  const about = { type: object.slice(0, at), id: object.slice(at + 1) };
  return program === undefined ? about : { ...about, program };
}
