-- A study from files: what one person brought along, for as long as they asked. The bytes are not here: they lie locked in the
-- folder of uploads, each under an id of its own that stands in `files` and `results`.
create table file_studies (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  sign_in_id uuid not null,
  made_at timestamptz not null,
  keep text not null check (keep in ('visit', 'week', 'month')),
  delete_at timestamptz not null,
  files jsonb not null,
  settings jsonb not null,
  problem_rows text not null check (problem_rows in ('refuse', 'leave-out')),
  -- Nobody has said yet whether results were seen before the plan: no report is made.
  plan_answered boolean not null,
  -- Further reports and the paper.
  wanted jsonb not null,
  -- What was read, and what was made of it.
  reading_id uuid,
  results jsonb not null,
  -- Work under way; `work_at` is the last sign of life.
  work_run uuid,
  work_kind text check (work_kind in ('read', 'report')),
  work_stage text,
  work_done integer,
  work_of integer,
  work_at timestamptz,
  -- Why the last work ended without a result.
  failure text check (failure in ('too-large', 'too-slow', 'broke', 'stopped', 'refused')),
  failed_kind text check (failed_kind in ('read', 'report')),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people (organisation_id, id)
);
create index file_studies_of_person on file_studies (organisation_id, person_id);
create index file_studies_due on file_studies (delete_at);
