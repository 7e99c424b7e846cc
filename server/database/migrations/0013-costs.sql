-- What a program costs, line by line. A line is never changed: it is taken out, and another takes its place.
create table costs (
  organisation_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  what text not null check (length(what) between 1 and 200),
  kind text not null check (kind in ('staff', 'time', 'material', 'travel', 'other')),
  quantity numeric(14, 3) not null check (quantity > 0),
  -- In the smallest unit of the currency of the organisation.
  unit_cost bigint not null check (unit_cost >= 0),
  currency text not null,
  booked boolean not null,
  source text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  taken_out_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, program_id) references programs (organisation_id, id),
  foreign key (organisation_id, added_by) references people (organisation_id, id)
);
create index costs_of_program on costs (organisation_id, program_id);
-- While amounts are written in it, the currency of the organisation stays. Whoever changes settings need not see costs to be told.
alter table organisations add unique (id, currency);
alter table costs add foreign key (organisation_id, currency) references organisations (id, currency);
