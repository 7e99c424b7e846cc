import type { FieldLine, Right } from './field-line.ts';
import { ROLES, type Role } from './roles.ts';

/** Everybody the same. */
const all = (right: Right): { readonly [Holder in Role]: Right } =>
  Object.fromEntries(ROLES.map((role) => [role, right])) as { [Holder in Role]: Right };

const TEAM = { 'program-manager': 'RW', evaluator: 'RW' } as const;

/** What organisations, people who work here, plans and the record hold: the columns of this stage. */
export const WORKPLACE_FIELDS = {
  'organisation.settings': {
    chip: null,
    purposes: ['run', 'improve', 'evaluation'],
    keep: 'while it lasts',
    rights: { ...all('R'), admin: 'RW' },
    columns: { organisations: ['name', 'time_zone', 'language', 'currency', 'made_at'] },
  },
  // Evaluators see codes; people who work here are named to everybody, because grants are.
  'person.name': {
    chip: 'program-team',
    purposes: ['run'],
    keep: 'end+12m',
    rights: { mentor: 'pair R', mentee: 'pair R', 'program-manager': 'R', evaluator: 'C', admin: 'RW' },
    columns: { people: ['name', 'mail', 'made_at'] },
  },
  account: {
    chip: 'only-you',
    purposes: ['run'],
    keep: 'while it lasts',
    rights: { ...all('own R'), admin: 'RW' },
    columns: { accounts: ['mail_key', 'made_at', 'closed_at'] },
  },
  'sign-in': {
    chip: 'only-you',
    purposes: ['run', 'safety'],
    keep: '14 days',
    rights: all('own R'),
    columns: {
      sign_ins: ['token_digest', 'device', 'complete', 'started_at', 'last_seen_at', 'proved_at', 'ended_at'],
      mail_links: ['token_digest', 'browser_digest', 'go_to', 'made_at', 'expires_at', 'used_at'],
      mail_link_requests: ['mail_key', 'browser_digest', 'device', 'go_to', 'asked_at'],
    },
  },
  // No role reads a secret.
  secret: {
    chip: null,
    purposes: ['safety'],
    keep: 'until over',
    rights: {},
    columns: {
      passwords: ['hash', 'changed_at'],
      set_up_links: ['token_digest', 'made_at', 'expires_at', 'used_at'],
    },
  },
  'invitation link': {
    chip: null,
    purposes: ['run'],
    keep: 'until over',
    rights: { admin: 'W' },
    columns: { invitation_links: ['token_digest', 'made_at'] },
  },
  // An admin takes a lost one away. The rows show it locked, by a key that lies outside the database.
  'second factor': {
    chip: null,
    purposes: ['safety'],
    keep: 'until over',
    rights: { admin: 'R' },
    columns: {
      second_factors: ['secret_locked', 'last_step', 'made_at'],
      recovery_codes: ['digest', 'used_at'],
    },
  },
  'role grant': {
    chip: null,
    purposes: ['run', 'safety'],
    keep: 'record',
    rights: { ...all('R'), admin: 'RW', 'program-manager': 'RW' },
    columns: { role_grants: ['role', 'granted_by', 'granted_at', 'ends_on', 'ended_at', 'by_set_up'] },
  },
  invitation: {
    chip: null,
    purposes: ['run'],
    keep: 'until over',
    rights: { admin: 'RW' },
    columns: {
      invitations: [
        'name',
        'mail',
        'mail_key',
        'invited_by',
        'made_at',
        'expires_at',
        'accepted_at',
        'withdrawn_at',
      ],
      invitation_roles: ['role'],
    },
  },
  // Tells whether the same mail waits already, so that it is sent once.
  'key of a mail': {
    chip: null,
    purposes: ['run'],
    keep: '14 days',
    rights: all('R'),
    columns: { outbox: ['once_key'] },
  },
  mail: {
    chip: null,
    purposes: ['run'],
    keep: '14 days',
    rights: {},
    leftBy: 'whoever acts',
    columns: {
      outbox: [
        'kind',
        'asked_by',
        'says',
        'made_at',
        'due_at',
        'tries',
        'sent_at',
        'given_up_at',
        'last_fault',
      ],
    },
  },
  program: {
    chip: null,
    purposes: ['run', 'improve', 'evaluation'],
    keep: 'while it lasts',
    rights: { ...all('R'), 'program-manager': 'RW', admin: 'RW' },
    columns: { programs: ['name', 'template', 'made_by', 'made_at'] },
  },
  'measurement plan': {
    chip: null,
    purposes: ['run', 'evaluation'],
    keep: 'record',
    rights: { ...TEAM, sponsor: 'R', observer: 'R', admin: 'R', mentor: 'P', mentee: 'P' },
    columns: {
      plan_revisions: ['revision', 'step', 'document', 'saved_by', 'saved_at'],
      plan_versions: [
        'version',
        'kind',
        'document',
        'fingerprint',
        'reason',
        'asked_by',
        'confirmed_by',
        'looks_before',
        'made_at',
      ],
    },
  },
  'act of two people': {
    chip: null,
    purposes: ['run', 'evaluation', 'safety'],
    keep: 'record',
    rights: { ...TEAM, sponsor: 'RW', observer: 'RW', admin: 'RW' },
    columns: {
      two_person_acts: [
        'kind',
        'object',
        'change',
        'digest',
        'asked_by',
        'asked_at',
        'expires_at',
        'state',
        'answered_by',
        'answered_at',
      ],
    },
  },
  look: {
    chip: null,
    purposes: ['evaluation', 'safety'],
    keep: 'record',
    rights: { ...TEAM, sponsor: 'RW', observer: 'RW' },
    columns: { looks: ['plan_version', 'looked_at', 'findings', 'early', 'reason', 'confirmed_by'] },
  },
  costs: {
    chip: null,
    purposes: ['run', 'evaluation'],
    keep: 'end+36m',
    rights: { ...TEAM, observer: 'R' },
    columns: {
      costs: [
        'what',
        'kind',
        'quantity',
        'unit_cost',
        'currency',
        'booked',
        'source',
        'added_by',
        'added_at',
        'taken_out_at',
      ],
    },
  },
  // Rows of people who were brought as files: whoever brought them, and nobody else.
  'study from files': {
    chip: null,
    purposes: ['evaluation'],
    keep: 'until over',
    rights: { evaluator: 'own RW' },
    columns: {
      file_studies: [
        'made_at',
        'keep',
        'delete_at',
        'files',
        'settings',
        'problem_rows',
        'plan_answered',
        'wanted',
        'results',
        'work_run',
        'work_kind',
        'work_stage',
        'work_done',
        'work_of',
        'work_at',
        'failure',
        'failed_kind',
      ],
    },
  },
  'record entry': {
    chip: null,
    purposes: ['safety'],
    keep: 'record',
    rights: {
      ...all('own R'),
      'program-manager': 'R',
      evaluator: 'R',
      observer: 'R',
    },
    leftBy: 'whoever acts',
    columns: {
      record_pending: ['header', 'leaf'],
      record_private: ['kind', 'key_wrapped', 'payload_locked'],
    },
  },
  'sealed entry': {
    chip: null,
    purposes: ['safety'],
    keep: 'record',
    rights: { ...all('own R'), 'program-manager': 'R', evaluator: 'R', observer: 'R' },
    columns: { record_entries: ['seq', 'header', 'leaf', 'root', 'kind'] },
  },
  'head of the record': {
    chip: null,
    purposes: ['safety'],
    keep: 'record',
    rights: all('R'),
    columns: { record_heads: ['size', 'subtrees', 'root'] },
  },
  // Pseudonyms and their wrapped keys, and verifications that somebody asked for.
  'record as a whole': {
    chip: null,
    purposes: ['safety'],
    keep: 'record',
    rights: all('R'),
    leftBy: 'whoever acts',
    columns: {
      record_subjects: ['actor', 'wrapped_by', 'salt_wrapped', 'key_wrapped'],
      record_checks: ['asked_at', 'asked_by', 'ended_at', 'entries', 'payloads', 'erased', 'breaks'],
    },
  },
} as const satisfies Readonly<Record<string, FieldLine>>;
