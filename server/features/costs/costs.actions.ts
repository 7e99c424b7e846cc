import { randomUUID } from 'node:crypto';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { costLines, insertCost, setTakenOut, type CostKind, type CostRow } from './costs.store.ts';

/** A line as it comes in. */
export interface NewCost {
  readonly what: string;
  readonly kind: CostKind;
  readonly quantity: number;
  /** In the currency of the organisation, not in its smallest unit. */
  readonly unitCost: number;
  readonly booked: boolean;
  readonly source: string;
  /** The same line stands there already, and this one is meant. */
  readonly again: boolean;
}

/** A line with what it comes to, in the smallest unit of the currency. */
export interface CostLine extends CostRow {
  readonly amount: number;
}

/** All lines, and what they come to; hours apart from money. */
export interface Costs {
  readonly lines: readonly CostLine[];
  readonly money: number;
  readonly time: number;
}

/** What a program costs, as far as lines were added. */
export async function costsOf(scope: Scope, program: string): Promise<Costs> {
  const lines = (await costLines(scope, program)).map((line) => ({ ...line, amount: amountOf(line) }));
  const sum = (counts: (line: CostLine) => boolean): number =>
    lines.filter(counts).reduce((all, { amount }) => all + amount, 0);
  return { lines, money: sum(({ kind }) => kind !== 'time'), time: sum(({ kind }) => kind === 'time') };
}

/** Quantity in thousandths, so that no binary fraction costs a cent. */
function amountOf({ quantity, unit_cost }: Pick<CostRow, 'quantity' | 'unit_cost'>): number {
  return Math.round((Math.round(Number(quantity) * 1000) * unit_cost) / 1000);
}

/**
 * Adds a line.
 *
 * @throws Problem `cannot-be` when the same line stands there already and nobody said that it is meant
 */
export async function addCost(scope: Scope, program: string, cost: NewCost): Promise<string> {
  const id = randomUUID();
  const { currency } = scope.organisation;
  const unit_cost = Math.round(cost.unitCost * 10 ** decimalsOf(currency));
  const same = (await costLines(scope, program)).some(
    (line) => line.what === cost.what && line.kind === cost.kind && line.unit_cost === unit_cost,
  );
  if (same && !cost.again)
    throw new Problem('cannot-be', { fields: [{ field: 'again', text: 'wrong.cost-twice' }] });
  await insertCost(scope, {
    id,
    program_id: program,
    what: cost.what,
    kind: cost.kind,
    quantity: String(cost.quantity),
    unit_cost,
    currency,
    booked: cost.booked,
    source: cost.source,
    added_by: scope.person,
    added_at: scope.clock.now(),
  });
  return id;
}

/**
 * Takes a line out of what counts, or puts it back.
 *
 * @throws Problem `not-found`
 */
export async function takeOut(scope: Scope, program: string, id: string, back: boolean): Promise<void> {
  if (!(await setTakenOut(scope, program, id, back ? null : scope.clock.now())))
    throw new Problem('not-found');
}

/** ISO 4217: how many decimals a currency has. */
function decimalsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}
