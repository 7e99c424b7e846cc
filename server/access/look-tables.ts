import type { TableLine } from './table-line.ts';

/** Who reaches looks: who reads the plan reads who saw results; nobody changes or removes one. */
export const LOOK_TABLES = {
  looks: {
    organisation: 'organisation_id',
    program: 'program_id',
    person: 'person_id',
    people: {
      read: {
        rows: ['own', { roles: ['program-manager', 'evaluator', 'sponsor', 'observer'], at: 'program' }],
      },
      add: {
        rows: [{ roles: ['program-manager', 'evaluator', 'sponsor', 'observer'], at: 'program' }],
        check: 'person_id = app_person()',
      },
    },
  },
} as const satisfies Readonly<Record<string, TableLine>>;
