import type { Holders, TableLine } from './table-line.ts';

const PLAN_READERS: Holders = {
  roles: ['program-manager', 'evaluator', 'sponsor', 'observer', 'admin'],
  at: 'program',
};

/** Who reaches plans: saved states, locked versions, and what a program costs. */
export const PLAN_TABLES = {
  plan_revisions: {
    organisation: 'organisation_id',
    program: 'program_id',
    people: {
      read: { rows: [PLAN_READERS] },
      add: {
        rows: [{ roles: ['program-manager', 'evaluator'], at: 'program' }],
        check: 'saved_by = app_person()',
      },
    },
  },
  plan_versions: {
    organisation: 'organisation_id',
    program: 'program_id',
    people: {
      read: { rows: [PLAN_READERS] },
      // Added in the name of who asked, once the second person has agreed.
      add: {
        rows: [{ roles: ['program-manager', 'evaluator'], at: 'program' }],
        check: 'asked_by = app_person()',
      },
    },
  },
  costs: {
    organisation: 'organisation_id',
    program: 'program_id',
    people: {
      read: { rows: [{ roles: ['program-manager', 'evaluator', 'observer'], at: 'program' }] },
      add: {
        rows: [{ roles: ['program-manager', 'evaluator'], at: 'program' }],
        check: 'added_by = app_person()',
      },
      change: {
        rows: [{ roles: ['program-manager', 'evaluator'], at: 'program' }],
        columns: ['taken_out_at'],
      },
    },
  },
} as const satisfies Readonly<Record<string, TableLine>>;
