import type { ProgramPlan, Step } from './program-plan.ts';

/** A difference between two plans: a field, what it was, what it is. Undefined where there was or is nothing. */
export interface ChangeRow {
  readonly step: Step | 'document';
  /** Path of the field; parts of lists by what names them: `purpose.kpis.internal-promotion.target`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Whether a lock freezes the field: then it is an amendment or a deviation, else it is logged. */
  readonly locked: boolean;
}

/** Fields that stand outside the lock (the same as outside the fingerprint). */
const LOGGED = [
  /^purpose\.(holders|objectives)(\.|$)/,
  /^purpose\.kpis\.[^.]+\.owner$/,
  /^success\.measures\.[^.]+\.owner$/,
  /^privacy\.commentReaders(\.|$)/,
  /^expected(\.|$)/,
];

/**
 * What differs between two plans, field by field in the order of the document.
 *
 * Parts of a list that have a name (id, measure, outcome) are compared by it, so that a part put before others is one row; a list of plain
 * values is one row. A part that came or went is one row with the whole part.
 */
export function planChanges(before: ProgramPlan, after: ProgramPlan): readonly ChangeRow[] {
  return differences('', before, after).map(({ field, ...row }) => {
    const [step] = field.split('.') as [Step | 'programPlan' | 'template'];
    return {
      step: step === 'programPlan' || step === 'template' ? 'document' : step,
      field,
      ...row,
      locked: !LOGGED.some((logged) => logged.test(field)),
    };
  });
}

interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

function differences(field: string, before: unknown, after: unknown): Difference[] {
  if (same(before, after)) return [];
  const named = [namedParts(before), namedParts(after)];
  if (named[0] && named[1]) return between(field, named[0], named[1]);
  if (isRecord(before) && isRecord(after)) return between(field, members(before), members(after));
  return [{ field, before, after }];
}

function between(
  field: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Difference[] {
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) =>
    differences(field === '' ? name : `${field}.${name}`, before.get(name), after.get(name)),
  );
  // Only the order is another: the parts are the same.
  return found.length > 0 ? found : [{ field, before: [...before.keys()], after: [...after.keys()] }];
}

function members(record: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** Parts of a list by their names; undefined when it is no list of named parts, or two have one name. */
function namedParts(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.map(nameOf);
  if (names.some((name) => name === undefined) || new Set(names).size < names.length) return undefined;
  return new Map(names.map((name, i) => [name!, value[i]]));
}

function nameOf(part: unknown): string | undefined {
  if (!isRecord(part)) return undefined;
  const { id, outcome, measure } = part;
  const name = id ?? outcome ?? measure;
  return typeof name === 'string' ? name : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal as JSON: members that are undefined are not there, and their order does not count. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const [left, right] = [members(a), members(b)];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}
