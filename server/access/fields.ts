import { MENTORING_FIELDS } from './mentoring-fields.ts';
import { WORKPLACE_FIELDS } from './workplace-fields.ts';

/** Every field of the product, a line each: the one source of chips, of what is held about somebody, and of the test of tables. */
export const FIELDS = { ...WORKPLACE_FIELDS, ...MENTORING_FIELDS } as const;
