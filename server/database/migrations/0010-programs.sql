create table programs (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  template text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references people (organisation_id, id)
);
alter table role_grants add foreign key (organisation_id, program_id) references programs (organisation_id, id);
alter table invitation_roles add foreign key (organisation_id, program_id) references programs (organisation_id, id);
alter table two_person_acts add foreign key (organisation_id, program_id) references programs (organisation_id, id);
