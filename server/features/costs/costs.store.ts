import type { Scope } from '#server/scope.ts';

/** What a cost is for; hours of people stand apart from money. */
export const COST_KINDS = ['staff', 'time', 'material', 'travel', 'other'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** A line of what a program costs. */
export interface CostRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly program_id: string;
  readonly what: string;
  readonly kind: CostKind;
  /** A number with at most three decimals, as text. */
  readonly quantity: string;
  /** In the smallest unit of the currency. */
  readonly unit_cost: number;
  readonly currency: string;
  /** Booked, or estimated. */
  readonly booked: boolean;
  readonly source: string;
  readonly added_by: string;
  readonly added_at: Date;
  readonly taken_out_at: Date | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    costs: CostRow;
  }
}

/** The lines that count, the first added first. */
export async function costLines({ rows, organisation }: Scope, program: string): Promise<CostRow[]> {
  return rows
    .selectFrom('costs')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('program_id', '=', program)
    .where('taken_out_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** Adds a line. */
export async function insertCost(
  { rows, organisation }: Scope,
  line: Omit<CostRow, 'organisation_id' | 'taken_out_at'>,
): Promise<void> {
  await rows
    .insertInto('costs')
    .values({ ...line, organisation_id: organisation.id, taken_out_at: null })
    .execute();
}

/** Takes a line out, or puts it back; gives whether there was one. */
export async function setTakenOut(
  { rows, organisation }: Scope,
  program: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('costs')
    .set({ taken_out_at: at })
    .where('organisation_id', '=', organisation.id)
    .where('program_id', '=', program)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
