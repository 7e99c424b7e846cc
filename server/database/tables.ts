/**
 * The tables of the database, as rows. Empty here: each store adds its own.
 *
 * @example
 * // declare module '#server/database/tables.ts' { interface Tables { programs: ProgramRow } }
 */
// eslint-disable-next-line typescript/no-empty-object-type -- empty on purpose: stores add their tables by merging
export interface Tables {}
