import type { Prepared } from '../designs/prepared.ts';
import { pickColumns } from '../study/pick.ts';
import type { Study } from '../study/study.ts';
import { sampleQuantile } from '#stats/numeric/sample-quantile.ts';
import type { GroupName } from './subgroup.ts';

/** One group of a cut: its name, and 1 for each used person who belongs to it. */
export interface CutGroup {
  readonly name: GroupName;
  readonly members: Uint8Array;
}

/** So many different numbers are still read as levels. */
const MOST_NUMBERS_AS_LEVELS = 2;

/**
 * The groups that a column makes of the people who are used, the largest first: levels as they are, numbers by the middle
 * of all used people. Who has no value belongs to none.
 *
 * Missing: `undefined` when the column is not on file.
 */
export function cutGroups(study: Study, prepared: Prepared, column: string): CutGroup[] | undefined {
  const { population, positions } = prepared;
  const rows = positions.map((position) => population.rows[position]!);
  const covariate = study.people.covariates.get(column);
  if (covariate?.kind === 'numeric') return numberGroups(pickColumns(covariate.values, rows));
  const names = covariate
    ? (row: number): string =>
        covariate.codes[row] === 0 ? '' : covariate.levels[covariate.codes[row]! - 1]!
    : knownColumn(study, column);
  return names && levelGroups(Array.from(rows, names));
}

function knownColumn({ people, cohort }: Study, column: string): ((row: number) => string) | undefined {
  if (column === 'cohort') return (row) => cohort[row]!;
  if (column === 'stratum') return (row) => people.stratum[row]!;
  return undefined;
}

function levelGroups(names: readonly string[]): CutGroup[] {
  const levels = [...new Set(names)].filter((name) => name !== '').sort();
  return largestFirst(
    levels.map((level) => ({
      name: { kind: 'level', name: level },
      members: Uint8Array.from(names, (name) => (name === level ? 1 : 0)),
    })),
  );
}

function numberGroups(values: Float64Array): CutGroup[] {
  const known = values.filter((value) => !Number.isNaN(value));
  const different = [...new Set(known)].sort((a, b) => a - b);
  if (different.length <= MOST_NUMBERS_AS_LEVELS)
    return levelGroups(Array.from(values, (value) => (Number.isNaN(value) ? '' : String(value))));
  const middle = sampleQuantile(known, 0.5);
  return largestFirst([
    {
      name: { kind: 'up-to', value: middle },
      members: Uint8Array.from(values, (value) => (value <= middle ? 1 : 0)),
    },
    {
      name: { kind: 'above', value: middle },
      members: Uint8Array.from(values, (value) => (value > middle ? 1 : 0)),
    },
  ]);
}

function largestFirst(groups: readonly CutGroup[]): CutGroup[] {
  const size = ({ members }: CutGroup): number => members.reduce((sum, one) => sum + one, 0);
  return groups.toSorted((a, b) => size(b) - size(a));
}
