-- Every saved state of a plan that is being written; nothing is overwritten, so every step back is possible.
create table plan_revisions (
  organisation_id uuid not null,
  program_id uuid not null,
  revision integer not null check (revision > 0),
  -- The step that was saved; `begun` for the first, `undone` for a step back.
  step text not null,
  document jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organisation_id, program_id, revision),
  foreign key (organisation_id, program_id) references programs (organisation_id, id),
  foreign key (organisation_id, saved_by) references people (organisation_id, id)
);

-- What two people locked: the first version, and every change after it.
create table plan_versions (
  organisation_id uuid not null,
  program_id uuid not null,
  version integer not null check (version > 0),
  kind text not null check (kind in ('lock', 'amendment', 'deviation')),
  document jsonb not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  reason text not null,
  asked_by uuid not null,
  confirmed_by uuid not null,
  -- Looks at results that were recorded before this version.
  looks_before integer not null,
  made_at timestamptz not null,
  primary key (organisation_id, program_id, version),
  foreign key (organisation_id, program_id) references programs (organisation_id, id),
  foreign key (organisation_id, asked_by) references people (organisation_id, id),
  foreign key (organisation_id, confirmed_by) references people (organisation_id, id),
  check (asked_by <> confirmed_by)
);
