import type { TableLine } from './table-line.ts';

const ADMINS = { roles: ['admin'], at: 'organisation' } as const;

/** The door adds for somebody only what an accepted invitation says, or at the instant at which the organisation is made. */
const JUST_MADE = (table: string, at: string): string =>
  `exists (select from organisations where organisations.id = ${table}.organisation_id and organisations.made_at = ${table}.${at})`;
const INVITED = (table: string, also = ''): string =>
  `exists (select from invitations where invitations.organisation_id = ${table}.organisation_id
    and invitations.person_id = ${table}.person_id and invitations.accepted_at is not null${also})`;

/** What the door may grant. */
export const GRANTED_AT_THE_DOOR = `(by_set_up and granted_by is null and ${JUST_MADE('role_grants', 'granted_at')})
  or (not by_set_up and ${INVITED(
    'role_grants',
    ` and invitations.invited_by = role_grants.granted_by and exists (select from invitation_roles as asked
      where asked.organisation_id = invitations.organisation_id and asked.invitation_id = invitations.id
      and asked.role = role_grants.role and asked.program_id is not distinct from role_grants.program_id)`,
  )})`;

/** How people sign in, are invited, and get mails. The door reads what shows who somebody is; only they themselves change it. */
export const SIGN_IN_TABLES = {
  accounts: {
    organisation: 'organisation_id',
    person: 'person_id',
    people: { read: { rows: ['own', ADMINS] }, change: { rows: [ADMINS], columns: ['closed_at'] } },
    door: {
      read: { rows: 'all' },
      add: { rows: { where: `${JUST_MADE('accounts', 'made_at')} or ${INVITED('accounts')}` } },
    },
  },
  sign_ins: {
    organisation: 'organisation_id',
    person: 'person_id',
    people: {
      read: { rows: ['own'] },
      add: { rows: ['own'] },
      change: {
        rows: ['own'],
        columns: ['token_digest', 'complete', 'last_seen_at', 'proved_at', 'ended_at'],
      },
    },
    door: {
      read: { rows: 'all' },
      change: { rows: 'all', columns: ['last_seen_at', 'ended_at'] },
      // Long over: the longest sign-in lasts a week.
      remove: { rows: { where: `started_at < now() - interval '8 days'` } },
    },
  },
  mail_link_requests: {
    organisation: null,
    door: { read: { rows: 'all' }, add: { rows: 'all' }, remove: { rows: 'all' } },
  },
  mail_links: {
    organisation: 'organisation_id',
    person: 'person_id',
    people: {
      read: { rows: ['own'] },
      add: { rows: ['own'] },
      change: { rows: ['own'], columns: ['used_at'] },
    },
    door: { read: { rows: 'all' }, remove: { rows: { where: 'expires_at < now()' } } },
  },
  passwords: {
    organisation: 'organisation_id',
    person: 'person_id',
    people: {
      read: { rows: ['own'] },
      add: { rows: ['own'] },
      change: { rows: ['own'], columns: ['hash', 'changed_at'] },
      remove: { rows: ['own'] },
    },
    door: { read: { rows: 'all' } },
  },
  second_factors: {
    organisation: 'organisation_id',
    person: 'person_id',
    people: {
      read: { rows: ['own', ADMINS] },
      add: { rows: ['own'] },
      change: { rows: ['own'], columns: ['secret_locked', 'last_step', 'made_at'] },
      remove: { rows: ['own', ADMINS] },
    },
    door: { read: { rows: 'all', columns: ['organisation_id', 'person_id', 'made_at'] } },
  },
  recovery_codes: {
    organisation: 'organisation_id',
    person: 'person_id',
    people: {
      read: { rows: ['own', ADMINS] },
      add: { rows: ['own'] },
      change: { rows: ['own'], columns: ['used_at'] },
      remove: { rows: ['own', ADMINS] },
    },
  },
  set_up_links: {
    organisation: null,
    door: {
      read: { rows: 'all' },
      add: { rows: 'all' },
      change: { rows: 'all', columns: ['used_at'] },
      remove: { rows: 'all' },
    },
  },
  invitations: {
    organisation: 'organisation_id',
    people: {
      read: { rows: [ADMINS] },
      add: { rows: [ADMINS], check: 'invited_by = app_person() and accepted_at is null' },
      change: { rows: [ADMINS], columns: ['expires_at', 'withdrawn_at'] },
    },
    door: { read: { rows: 'all' }, change: { rows: 'all', columns: ['accepted_at'] } },
  },
  invitation_links: {
    organisation: 'organisation_id',
    people: { add: { rows: [ADMINS] } },
    door: { read: { rows: 'all' }, add: { rows: 'all' } },
  },
  invitation_roles: {
    organisation: 'organisation_id',
    people: { read: { rows: [ADMINS] }, add: { rows: [ADMINS] } },
    door: { read: { rows: 'all' } },
  },
  outbox: {
    organisation: 'organisation_id',
    people: {
      read: { rows: ['everybody'], columns: ['organisation_id', 'once_key'] },
      add: { rows: ['everybody'], check: 'asked_by = app_person() and sent_at is null' },
    },
    door: {
      read: { rows: 'all' },
      change: { rows: 'all', columns: ['tries', 'due_at', 'sent_at', 'given_up_at', 'last_fault'] },
    },
  },
} as const satisfies Readonly<Record<string, TableLine>>;
