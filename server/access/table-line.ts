import type { Role } from './roles.ts';

/** Holders of a role: in the program of the row, for the whole organisation, or anywhere in it. */
export interface Holders {
  readonly roles: readonly Role[];
  readonly at: 'program' | 'organisation' | 'anywhere';
  /** Only for rows for which this holds; SQL over the columns of the row. */
  readonly where?: string;
}

/** Who reaches a row: everybody of its organisation, the person whom it is about, or holders of a role. */
export type Who = 'everybody' | 'own' | Holders | { readonly where: string };

/** What a role of the database may do with a table; `true` means every column. */
export interface Rights<Column extends string, Rows> {
  readonly read?: { readonly rows: Rows; readonly columns?: readonly Column[] };
  /** `check` is SQL that every new row must fulfil, whoever writes it. */
  readonly add?: { readonly rows: Rows; readonly check?: string };
  readonly change?: { readonly rows: Rows; readonly columns: readonly Column[]; readonly check?: string };
  readonly remove?: { readonly rows: Rows };
}

/** One table of the database: where its rows belong, and who reaches them. What is not said is refused. */
export interface TableLine<Column extends string = string> {
  /** Column of the organisation; `null` for what exists before there is one. */
  readonly organisation: Column | null;
  /** Column of the program, where rows belong to one. */
  readonly program?: Column;
  /** Column of the person whom a row is about. */
  readonly person?: Column;
  /** People who have signed in, in the name of their organisation (`app_rt`). */
  readonly people?: Rights<Column, readonly Who[]>;
  /** The door, before anybody is known (`app_door`): rows of all organisations, or those for which the SQL holds. */
  readonly door?: Rights<Column, 'all' | { readonly where: string }>;
  /** The sealer of the record (`app_sealer`): rows of all organisations. */
  readonly sealer?: Rights<Column, 'all'>;
}

/** Texts as an array of SQL; ours alone, never what somebody typed. */
export function textArray(texts: readonly string[]): string {
  return `array[${texts.map((text) => `'${text}'`).join(', ')}]::text[]`;
}
