import type { TableLine } from './table-line.ts';

/** Studies from files: whoever brought the files reaches them, nobody else; the door sees which are due to be removed. */
export const FILE_TABLES = {
  file_studies: {
    organisation: 'organisation_id',
    person: 'person_id',
    people: {
      read: { rows: ['own'] },
      add: {
        rows: [{ roles: ['evaluator'], at: 'anywhere' }],
        check: 'person_id = app_person()',
      },
      change: {
        rows: ['own'],
        columns: [
          'keep',
          'delete_at',
          'files',
          'settings',
          'problem_rows',
          'plan_answered',
          'wanted',
          'reading_id',
          'results',
          'failure',
          'failed_kind',
          'work_run',
          'work_kind',
          'work_stage',
          'work_done',
          'work_of',
          'work_at',
        ],
      },
      remove: { rows: ['own'] },
    },
    door: {
      read: {
        rows: 'all',
        columns: ['organisation_id', 'id', 'person_id', 'sign_in_id', 'keep', 'delete_at'],
      },
    },
  },
} as const satisfies Readonly<Record<string, TableLine>>;
