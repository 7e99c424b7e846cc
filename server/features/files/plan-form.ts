import { canonicalPlan } from '#evaluation/plan/fingerprint.ts';
import type { Plan, PlannedOutcome } from '#evaluation/plan/plan.ts';
import { readPlan } from '#intake/read-plan.ts';
import type { Reading } from '#server/evaluating/reading.ts';
import { type FieldProblem, Problem } from '#server/http/problem.ts';
import type { UploadedFile } from './put-files.ts';
import type { GivenOutcome, GivenPlan } from './files.schema.ts';

/** Outcomes that are counted from events: their differences are said in people in 100. */
export const EVENT_OUTCOMES: ReadonlySet<string> = new Set(['promotion', 'opportunities', 'retention']);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The plan that a form makes of a file or of a draft; `null` where the draft drawn from the data is taken as it is, which the report then says.
 *
 * @throws Problem `cannot-be` with everything that is wrong, each at its field
 */
export function planOfForm(given: GivenPlan, reading: Reading): UploadedFile | null {
  const fields: FieldProblem[] = [];
  if (given.source === 'file' && (reading.drawn || reading.plan === null))
    fields.push({ field: 'source', text: 'files.wrong.no-plan-file' });
  const { locked: _locked, ...base } = reading.plan ?? ({ plan: 1 } as unknown as Plan);
  const said = given.source === 'file' ? base : { ...base, ...planIn(given, base, fields) };
  const locked = lockIn(given, said.cutoff, fields);
  if (fields.length > 0) throw new Problem('cannot-be', { fields });
  const plan = { ...said, ...(locked && { locked }) } as Plan;
  const bytes = new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`);
  const read = readPlan({ name: 'plan.json', bytes });
  if ('problems' in read)
    throw new Problem('cannot-be', {
      fields: read.problems.map(({ column, problem, cure }) => ({
        field: fieldOf(column),
        text: 'files.wrong.plan',
        values: { problem, cure },
      })),
    });
  const asDrawn = reading.drawn && !locked && canonicalPlan(read.plan) === canonicalPlan(reading.plan!);
  return asDrawn ? null : { table: 'plan', name: 'plan.json', bytes };
}

/** What stands in the form, laid over the plan that it began from: what it does not ask for stays. */
function planIn(given: GivenPlan, base: Omit<Plan, 'locked'>, fields: FieldProblem[]): Partial<Plan> {
  const { also: _also, watchOuts: _watchOuts, covariates: _covariates, match, ...kept } = base;
  const primary = outcomeIn(given.primary ?? {}, 'primary', base.primary, fields);
  if (primary === null) fields.push({ field: 'primary.outcome', text: 'files.wrong.outcome' });
  const list = (name: 'also' | 'watchOuts'): PlannedOutcome[] =>
    (given[name] ?? []).flatMap((one, i) => {
      const outcome = outcomeIn(one, `${name}.${i}`, base[name]?.[i], fields);
      return outcome === null ? [] : [outcome];
    });
  const also = list('also');
  const watchOuts = list('watchOuts');
  const covariates = given.covariates ?? [];
  const exact = given.exact ?? [];
  return {
    ...kept,
    ...(given.program?.trim() && { program: given.program.trim() }),
    design: given.design as Plan['design'],
    cutoff: dayIn(given.cutoff, 'cutoff', fields),
    look: dayIn(given.look, 'look', fields),
    ...(primary && { primary }),
    ...(also.length > 0 && { also }),
    ...(watchOuts.length > 0 && { watchOuts }),
    ...(covariates.length > 0 && { covariates }),
    ...matchIn(given.design, match, exact),
  };
}

/** How similar people are found: as it was, with the characteristics that must be the same. */
function matchIn(
  design: string | undefined,
  match: Plan['match'],
  same: readonly string[],
): Pick<Plan, 'match'> {
  if (design !== 'matched') return {};
  const { exact: _exact, ...rest } = match ?? { ratio: 2 as const, caliper: 0.2 };
  return { match: { ...(same.length > 0 && { exact: same }), ...rest } };
}

function outcomeIn(
  given: GivenOutcome,
  at: string,
  base: PlannedOutcome | undefined,
  fields: FieldProblem[],
): PlannedOutcome | null {
  const outcome = given.outcome?.trim() ?? '';
  if (outcome === '') return null;
  const isEvent = EVENT_OUTCOMES.has(outcome);
  const matters = numberIn(given.matters);
  if (!(matters > 0)) fields.push({ field: `${at}.matters`, text: 'files.wrong.matters' });
  const months = given.months?.trim() ? numberIn(given.months) : undefined;
  if (months !== undefined && !(months > 0))
    fields.push({ field: `${at}.months`, text: 'files.wrong.months' });
  if (isEvent && months === undefined) fields.push({ field: `${at}.months`, text: 'files.wrong.months' });
  const same = base?.outcome === outcome ? base : undefined;
  const {
    wave: _wave,
    months: _months,
    label: _label,
    unit: _unit,
    ...kept
  } = same ?? ({} as PlannedOutcome);
  return {
    ...kept,
    outcome,
    better: given.better === 'lower' ? 'lower' : 'higher',
    matters: isEvent ? inHundredths(matters) : matters,
    ...(months !== undefined && { months }),
    ...(!isEvent && given.wave?.trim() && { wave: given.wave.trim() }),
    ...(given.label?.trim() && { label: given.label.trim() }),
    ...(given.unit?.trim() && { unit: given.unit.trim() }),
  };
}

/** People in 100 as a share, without the dust of a division. */
function inHundredths(inHundred: number): number {
  return Number((inHundred / 100).toPrecision(12));
}

/** A number with a point or a comma; NaN where it is none. */
function numberIn(text: string | undefined): number {
  const plain = text?.trim().replace(',', '.') ?? '';
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function dayIn(text: string | undefined, field: string, fields: FieldProblem[]): string {
  const day = text?.trim() ?? '';
  if (!isDay(day)) fields.push({ field, text: 'wrong.day' });
  return day;
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The statement of a lock: who says that nobody had looked, and since when the plan stands. */
function lockIn(given: GivenPlan, cutoff: string | undefined, fields: FieldProblem[]): Plan['locked'] {
  if (given.looked === 'yes') return undefined;
  const on = dayIn(given.lockedOn, 'lockedOn', fields);
  const by = given.lockedBy?.trim() ?? '';
  const witness = given.witness?.trim() ?? '';
  if (by === '') fields.push({ field: 'lockedBy', text: 'files.wrong.locked-by' });
  if (cutoff !== undefined && isDay(cutoff) && isDay(on) && on >= cutoff)
    fields.push({ field: 'lockedOn', text: 'files.wrong.locked-late' });
  return { on, by, ...(witness !== '' && { witness }) };
}

const FIELDS: ReadonlySet<string> = new Set(['design', 'cutoff', 'look', 'covariates']);

/** Where in the form a problem of the plan belongs. */
function fieldOf(column: string | null): string {
  return column !== null && FIELDS.has(column) ? column : 'primary.outcome';
}
