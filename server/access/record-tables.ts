import type { TableLine, Who } from './table-line.ts';

/** Entries of a program are read by its managers and evaluators, all entries by observers, one's own by everybody. */
const READERS: readonly Who[] = [
  { roles: ['program-manager', 'evaluator'], at: 'program', where: 'program_id is not null' },
  { roles: ['observer'], at: 'program' },
];

/** An entry is one's own as long as its private part says so: it ends with an erasure. */
const own = (table: string): Who => ({
  where: `exists (select from record_private as part where part.organisation_id = ${table}.organisation_id
    and part.id = ${table}.id and (select app_person()) in (part.actor_id, part.subject_id))`,
});

/** What an entry says is read with the entry, except consent: that is its person's alone. */
const WHAT_IS_SAID: readonly Who[] = [
  'own',
  { where: 'actor_id = (select app_person())' },
  {
    roles: ['program-manager', 'evaluator'],
    at: 'program',
    where: `program_id is not null and kind not like 'consent.%'`,
  },
  { roles: ['observer'], at: 'program', where: `kind not like 'consent.%'` },
];

/**
 * Who reaches the tables of the record.
 *
 * Nobody changes or removes an entry. Keys of people are read by everybody of the organisation, because whoever acts writes entries
 * about others; they are wrapped by a key that lies outside the database.
 */
export const RECORD_TABLES = {
  record_subjects: {
    organisation: 'organisation_id',
    people: { read: { rows: ['everybody'] }, add: { rows: ['everybody'] } },
    sealer: {
      read: { rows: 'all' },
      change: { rows: 'all', columns: ['wrapped_by', 'salt_wrapped', 'key_wrapped'] },
    },
  },
  record_pending: {
    organisation: 'organisation_id',
    program: 'program_id',
    people: { read: { rows: [...READERS, own('record_pending')] }, add: { rows: ['everybody'] } },
    sealer: { read: { rows: 'all' }, remove: { rows: 'all' } },
  },
  record_entries: {
    organisation: 'organisation_id',
    program: 'program_id',
    people: { read: { rows: [...READERS, own('record_entries')] } },
    sealer: { read: { rows: 'all' }, add: { rows: 'all' } },
  },
  record_private: {
    organisation: 'organisation_id',
    program: 'program_id',
    person: 'subject_id',
    people: { read: { rows: WHAT_IS_SAID }, add: { rows: ['everybody'] } },
    sealer: { read: { rows: 'all' } },
  },
  record_heads: {
    organisation: 'organisation_id',
    people: { read: { rows: ['everybody'] } },
    sealer: {
      read: { rows: 'all' },
      add: { rows: 'all' },
      change: { rows: 'all', columns: ['size', 'subtrees', 'root'] },
    },
  },
  record_checks: {
    organisation: 'organisation_id',
    people: {
      read: { rows: ['everybody'] },
      add: { rows: ['everybody'], check: 'asked_by = app_person() and ended_at is null' },
    },
    sealer: {
      read: { rows: 'all' },
      add: { rows: 'all' },
      change: { rows: 'all', columns: ['ended_at', 'entries', 'payloads', 'erased', 'breaks'] },
    },
  },
} as const satisfies Readonly<Record<string, TableLine>>;
