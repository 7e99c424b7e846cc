-- The record of an organisation: what waits, what is sealed, what can be erased, and how far it reaches.
-- Entries are written once. Nobody but the sealer adds one, and nobody at all changes or deletes one (server/access says who may).

-- Whom payloads are about: a person, or the organisation itself. Key and salt are wrapped by a key that lies outside the database.
create table record_subjects (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  actor text not null check (actor ~ '^p-[0-9a-f]{32}$'),
  wrapped_by text not null,
  salt_wrapped bytea not null,
  key_wrapped bytea not null,
  primary key (organisation_id, id),
  unique (organisation_id, actor)
);

-- Written in the transaction of what happened; the sealer takes them away within the second.
create table record_pending (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  header jsonb not null,
  leaf bytea not null check (length(leaf) = 32),
  program_id uuid generated always as ((header -> 'object' ->> 'program')::uuid) stored,
  primary key (organisation_id, id),
  check (header ->> 'org' = organisation_id::text and header ->> 'id' = id::text)
);

-- The columns made from the header are for finding entries; what counts is the header.
create table record_entries (
  organisation_id uuid not null references organisations (id),
  seq bigint not null check (seq > 0),
  id uuid not null,
  header jsonb not null,
  leaf bytea not null check (length(leaf) = 32),
  root bytea not null check (length(root) = 32),
  program_id uuid generated always as ((header -> 'object' ->> 'program')::uuid) stored,
  kind text generated always as (header ->> 'kind') stored,
  primary key (organisation_id, seq),
  unique (organisation_id, id)
);
create index record_entries_of_program on record_entries (organisation_id, program_id, seq);

-- Program and kind stand here too, so that a row policy needs no other table; who acted is the other half of a pseudonym.
create table record_private (
  organisation_id uuid not null,
  id uuid not null,
  program_id uuid,
  kind text not null,
  actor_id uuid,
  subject_id uuid not null,
  key_wrapped bytea not null,
  payload_locked bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, subject_id) references record_subjects (organisation_id, id)
);
create index record_private_of_subject on record_private (organisation_id, subject_id);
create index record_private_of_actor on record_private (organisation_id, actor_id);

create table record_heads (
  organisation_id uuid not null references organisations (id),
  size bigint not null check (size > 0),
  subtrees bytea[] not null,
  root bytea not null check (length(root) = 32),
  primary key (organisation_id)
);

-- Verifications of a record: asked for by a person or by the calendar, carried out by the sealer.
create table record_checks (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  ended_at timestamptz,
  entries bigint,
  payloads bigint,
  erased bigint,
  breaks jsonb,
  primary key (organisation_id, id)
);
create index record_checks_latest on record_checks (organisation_id, asked_at desc);
