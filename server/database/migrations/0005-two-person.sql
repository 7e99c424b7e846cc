-- Acts that need a second person: exactly what is asked for, who asked, and what became of it.
-- `change` is the canonical JSON of what will be done; nothing but its digest is agreed to, so neither ever changes.
create table two_person_acts (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  program_id uuid,
  object text not null check (length(object) between 1 and 200),
  change text not null check (length(change) <= 1000000),
  digest text not null check (digest = encode(sha256(convert_to(change, 'UTF8')), 'hex')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  state text not null default 'waiting' check (state in ('waiting', 'agreed', 'declined', 'withdrawn', 'lapsed')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references people (organisation_id, id),
  foreign key (organisation_id, answered_by) references people (organisation_id, id),
  -- Never the same person; and whoever takes an act back is who asked.
  check ((state in ('agreed', 'declined')) = (answered_by is not null and answered_by <> asked_by)),
  check ((state in ('waiting', 'lapsed')) = (answered_by is null)),
  check ((answered_by is null) = (answered_at is null)),
  check (state <> 'agreed' or answered_at < expires_at)
);
-- One question at a time about one object.
create unique index two_person_acts_one_waiting on two_person_acts (organisation_id, kind, object) where state = 'waiting';
create index two_person_acts_of_program on two_person_acts (organisation_id, program_id, asked_at);
