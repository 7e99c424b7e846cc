/** The roles of people (`GLOSSARY.md`). Closed: the access table has a column for each. */
export const ROLES = [
  'mentor',
  'mentee',
  'program-manager',
  'evaluator',
  'sponsor',
  'observer',
  'box-keeper',
  'integrity-contact',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of people who work here; they need a second factor and leave sooner when idle. */
export const STAFF_ROLES = [
  'program-manager',
  'evaluator',
  'sponsor',
  'observer',
  'integrity-contact',
  'admin',
] as const satisfies readonly Role[];
