import type { Covariate } from './rows.ts';
import type { Note } from '../finding.ts';
import { pickColumns } from './pick.ts';
import type { Population } from './population.ts';
import type { Study } from './study.ts';

/** One column of numbers drawn from a covariate. */
export interface CovariateColumn {
  /** `tenure_years`, `grade: G5`, `last_rating: missing`. */
  readonly name: string;
  readonly source: string;
  readonly kind: 'numeric' | 'level' | 'missing';
  readonly values: Float64Array;
}

/** The columns of a population's covariates, ready for a model, and what was done to make them so. */
export interface CovariateColumns {
  /** For models: reference levels left out. */
  readonly model: readonly CovariateColumn[];
  /** For the balance table: every level has its row. */
  readonly balance: readonly CovariateColumn[];
  /** Share of people without a value, per covariate. */
  readonly missing: ReadonlyMap<string, number>;
  readonly notes: readonly Note[];
}

/** A missing-value column needs so many people in each arm, and so does a level of a category (measurement 1.5). */
const LEAST_PER_ARM = 10;

/**
 * Columns of the named covariates: missing numbers become the pooled median plus a 0/1 column, missing categories are a level
 * of their own, and levels with fewer than ten people in an arm are merged into "other". Nobody is dropped.
 */
export function covariateColumns(
  study: Study,
  population: Population,
  names: readonly string[],
): CovariateColumns {
  const model: CovariateColumn[] = [];
  const balance: CovariateColumn[] = [];
  const missing = new Map<string, number>();
  const notes: Note[] = [];
  for (const name of names) {
    const covariate = study.people.covariates.get(name);
    if (!covariate) continue;
    const columns =
      covariate.kind === 'numeric'
        ? numericColumns(name, covariate, population)
        : levelColumns(name, covariate, population);
    model.push(...columns.model);
    balance.push(...columns.balance);
    missing.set(name, population.n === 0 ? 0 : columns.missing / population.n);
    notes.push(...columns.notes);
  }
  return { model, balance, missing, notes };
}

interface Encoded {
  model: CovariateColumn[];
  balance: CovariateColumn[];
  missing: number;
  notes: Note[];
}

function numericColumns(
  name: string,
  covariate: Covariate & { kind: 'numeric' },
  population: Population,
): Encoded {
  const { values, flags, missing } = filledColumn(pickColumns(covariate.values, population.rows));
  const columns: CovariateColumn[] = [{ name, source: name, kind: 'numeric', values }];
  if (missing > 0 && enoughInEachArm(flags, population)) {
    columns.push({ name: `${name}: missing`, source: name, kind: 'missing', values: flags });
  }
  return { model: columns, balance: columns, missing, notes: [] };
}

/** A column with its gaps filled by the median of all known values, and a 0/1 column that says where the gaps were. */
export function filledColumn(column: Float64Array): {
  values: Float64Array;
  flags: Float64Array;
  missing: number;
} {
  const flags = new Float64Array(column.length);
  let missing = 0;
  for (let i = 0; i < column.length; i++) {
    if (!Number.isNaN(column[i]!)) continue;
    flags[i] = 1;
    missing++;
  }
  if (missing === 0) return { values: column, flags, missing };
  const median = medianOf(column.filter((value) => !Number.isNaN(value)));
  return { values: column.map((value) => (Number.isNaN(value) ? median : value)), flags, missing };
}

/** The median; of an even number of values the mean of the two in the middle; 0 of none (a column that will then be constant). */
function medianOf(values: Float64Array): number {
  if (values.length === 0) return 0;
  const sorted = values.slice().sort();
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Whether a 0/1 column holds at least ten ones in each arm. */
export function enoughInEachArm(flags: Float64Array, population: Population): boolean {
  let participants = 0;
  let comparison = 0;
  for (let i = 0; i < population.n; i++) {
    if (flags[i] !== 1) continue;
    if (population.treated[i] === 1) participants++;
    else comparison++;
  }
  return participants >= LEAST_PER_ARM && comparison >= LEAST_PER_ARM;
}

const OTHER = 'other';
const MISSING = 'missing';

function levelColumns(
  name: string,
  covariate: Covariate & { kind: 'category' },
  population: Population,
): Encoded {
  const levels = [MISSING, ...covariate.levels];
  const codes = population.rows.map((row) => covariate.codes[row]!);
  const counts = levels.map(() => [0, 0] as [number, number]);
  for (let i = 0; i < population.n; i++) counts[codes[i]!]![population.treated[i] === 1 ? 1 : 0]++;
  const seen = levels.map((_, code) => code).filter((code) => counts[code]![0] + counts[code]![1] > 0);
  const small = seen.filter((code) => Math.min(...counts[code]!) < LEAST_PER_ARM);
  const notes: Note[] = [];
  const groups = seen
    .filter((code) => !small.includes(code))
    .map((code) => ({ label: levels[code]!, codes: new Set([code]) }));
  if (small.length > 0) {
    groups.push({ label: OTHER, codes: new Set(small) });
    if (small.length > 1) notes.push({ key: 'levels-merged', values: { column: name, n: small.length } });
  }
  const balance = groups.map(({ label, codes: members }): CovariateColumn => ({
    name: `${name}: ${label}`,
    source: name,
    kind: label === MISSING ? 'missing' : 'level',
    values: Float64Array.from(codes, (code) => (members.has(code) ? 1 : 0)),
  }));
  const model = balance.slice(1).filter((column) => splitsEnough(column.values));
  return { model, balance, missing: counts[0]![0] + counts[0]![1], notes };
}

/** Whether a 0/1 column splits people at least ten to ten; a model with a smaller cell could tell on somebody (D10). */
function splitsEnough(values: Float64Array): boolean {
  let ones = 0;
  for (const value of values) ones += value;
  return ones >= LEAST_PER_ARM && values.length - ones >= LEAST_PER_ARM;
}

/** A number per combination of the named columns and the cohort: people are matched only inside one. */
export function exactCells(study: Study, population: Population, names: readonly string[]): Int32Array {
  const cells = new Map<string, number>();
  const columns = names.map((name) => study.people.covariates.get(name));
  return Int32Array.from(population.rows, (row) => {
    let key = study.cohort[row]!;
    for (const column of columns) {
      key += '\u0000';
      if (column) key += column.kind === 'numeric' ? String(column.values[row]) : String(column.codes[row]);
    }
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = cells.size;
      cells.set(key, cell);
    }
    return cell;
  });
}
