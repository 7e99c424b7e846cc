-- Who saw results, when, which, and under which version of the plan. It tells amendments from deviations, so nothing of it is ever changed.
create table looks (
  organisation_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  -- Null where no version of the plan had been locked.
  plan_version integer,
  person_id uuid not null,
  looked_at timestamptz not null,
  -- Ids of the findings that were shown.
  findings text[] not null check (cardinality(findings) > 0),
  -- Before the planned day of the first look.
  early boolean not null,
  reason text,
  confirmed_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, program_id) references programs (organisation_id, id),
  foreign key (organisation_id, program_id, plan_version) references plan_versions (organisation_id, program_id, version),
  foreign key (organisation_id, person_id) references people (organisation_id, id),
  foreign key (organisation_id, confirmed_by) references people (organisation_id, id),
  check (confirmed_by is null or confirmed_by <> person_id)
);
create index looks_of_program on looks (organisation_id, program_id, looked_at);
