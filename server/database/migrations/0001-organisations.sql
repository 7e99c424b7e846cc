-- The reference table of every key: each other table's primary key starts with organisation_id.
create table organisations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  time_zone text not null,
  language text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  made_at timestamptz not null
);

-- In whose name the transaction acts. A setting that was set once in a session reads as '' later: that is nobody too.
create function app_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
