-- People of an organisation, how they sign in, what they may do, and the mails that leave.
-- Secrets are stored as SHA-256 digests (tokens), Argon2id hashes (passwords) or locked (secrets of one-time codes).

create table people (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  mail text check (length(mail) between 3 and 254),
  made_at timestamptz not null,
  primary key (organisation_id, id)
);

-- Somebody who can sign in. `mail_key` is the address as it is compared.
create table accounts (
  organisation_id uuid not null,
  person_id uuid not null,
  mail_key text not null check (length(mail_key) between 3 and 254),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people (organisation_id, id)
);
create unique index accounts_one_per_mail on accounts (organisation_id, mail_key) where closed_at is null;
create index accounts_by_mail on accounts (mail_key) where closed_at is null;

-- A role of a person, in one program or (program_id null) in the whole organisation.
create table role_grants (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee', 'program-manager', 'evaluator', 'sponsor', 'observer', 'box-keeper', 'integrity-contact', 'admin')),
  program_id uuid,
  granted_by uuid, -- null: by set-up
  granted_at timestamptz not null,
  ends_on date not null,
  ended_at timestamptz,
  by_set_up boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people (organisation_id, id),
  foreign key (organisation_id, granted_by) references people (organisation_id, id)
);
create unique index role_grants_once on role_grants (organisation_id, person_id, role, program_id) nulls not distinct where ended_at is null;

-- One browser in which somebody is signed in. `complete` is false between the first and the second step.
-- No address is kept: the device in words is enough to recognise one's own.
create table sign_ins (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_digest bytea not null,
  device text not null,
  complete boolean not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  proved_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people (organisation_id, id)
);
create unique index sign_ins_by_token on sign_ins (token_digest);
create index sign_ins_of_person on sign_ins (organisation_id, person_id) where ended_at is null;

-- What a stranger asked for: one row whatever the address, so that neither the answer nor its time tells who is known.
-- Belongs to no organisation yet; the job that sends the links looks the address up and deletes the row.
create table mail_link_requests (
  id uuid primary key,
  mail_key text not null check (length(mail_key) <= 254),
  browser_digest bytea not null,
  device text not null,
  go_to text not null,
  asked_at timestamptz not null
);

create table mail_links (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_digest bytea not null,
  browser_digest bytea not null,
  go_to text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people (organisation_id, id)
);
create unique index mail_links_by_token on mail_links (token_digest);

create table passwords (
  organisation_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people (organisation_id, id)
);

-- The secret of an authenticator app, locked; written once a first code was right. A code counts once: `last_step`.
create table second_factors (
  organisation_id uuid not null,
  person_id uuid not null,
  secret_locked bytea not null,
  last_step integer not null,
  made_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people (organisation_id, id)
);

create table recovery_codes (
  organisation_id uuid not null,
  person_id uuid not null,
  digest bytea not null,
  used_at timestamptz,
  primary key (organisation_id, person_id, digest),
  foreign key (organisation_id, person_id) references people (organisation_id, id)
);

-- The one-time link of the terminal; there is no organisation yet.
create table set_up_links (
  id uuid primary key,
  token_digest bytea not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Somebody who is asked to work here. The roles wait until the invitation is accepted.
create table invitations (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  mail text not null check (length(mail) between 3 and 254),
  mail_key text not null,
  invited_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  person_id uuid not null, -- on file once accepted
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, invited_by) references people (organisation_id, id)
);

-- Links of an invitation: each mail has one of its own, all are over with the invitation.
create table invitation_links (
  organisation_id uuid not null,
  token_digest bytea not null,
  invitation_id uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, token_digest),
  foreign key (organisation_id, invitation_id) references invitations (organisation_id, id)
);
create unique index invitation_links_by_token on invitation_links (token_digest);

create table invitation_roles (
  organisation_id uuid not null,
  invitation_id uuid not null,
  role text not null check (role in ('mentor', 'mentee', 'program-manager', 'evaluator', 'sponsor', 'observer', 'box-keeper', 'integrity-contact', 'admin')),
  program_id uuid,
  foreign key (organisation_id, invitation_id) references invitations (organisation_id, id)
);
create unique index invitation_roles_once on invitation_roles (organisation_id, invitation_id, role, program_id) nulls not distinct;

-- Mails that wait to leave, written in the transaction that they tell of. A mail holds no live link: links are made when it leaves.
create table outbox (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  once_key text not null,
  kind text not null,
  person_id uuid,
  invitation_id uuid,
  asked_by uuid not null,
  says jsonb not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  last_fault text,
  primary key (organisation_id, id),
  unique (organisation_id, once_key),
  foreign key (organisation_id, person_id) references people (organisation_id, id),
  foreign key (organisation_id, invitation_id) references invitations (organisation_id, id),
  foreign key (organisation_id, asked_by) references people (organisation_id, id)
);
create index outbox_due on outbox (due_at) where sent_at is null and given_up_at is null;
