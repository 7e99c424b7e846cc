import type { Prepared } from '../designs/prepared.ts';
import { knownRows } from '../effect/compared-outcome.ts';
import type { OutcomeValues } from '../effect/exact-figures.ts';
import { modelFigures } from '../effect/model.ts';
import { meanRange, shareDifferenceRange } from '../effect/ranges.ts';
import { pickColumns, pickedRows } from '../study/pick.ts';
import type { CutGroup } from './cut-groups.ts';
import type { ContrastFigures } from './subgroup.ts';

const LEVEL = 0.95;

/**
 * The plain gap between two groups among participants. It compares nobody with people who did not take part, so no verdict comes
 * from it (measurement 5.4).
 *
 * Missing: `undefined` when a group has nobody with a known outcome.
 */
export function participantsGap(
  prepared: Prepared,
  outcome: OutcomeValues,
  group: CutGroup,
  reference: CutGroup,
): ContrastFigures | undefined {
  const rows = knownRows(outcome.values).filter(
    (i) => prepared.treated[i] === 1 && (group.members[i] === 1 || reference.members[i] === 1),
  );
  const members = pickedRows(group.members, rows);
  const figures = modelFigures({
    outcome: pickColumns(outcome.values, rows),
    treated: members,
    weights: new Float64Array(rows.length).fill(1),
    clusters: pickedRows(prepared.clusters, rows),
    covariates: [],
  });
  if (!figures) return undefined;
  const own = members.reduce((sum, one) => sum + one, 0);
  const { difference } = figures;
  const range =
    outcome.kind === 'share'
      ? shareDifferenceRange(figures, [own, rows.length - own], LEVEL).range
      : meanRange(difference, LEVEL);
  return {
    estimate: difference.estimate,
    range,
    standardError: difference.standardError,
    df: difference.degreesOfFreedom,
    values: [figures.participants.estimate, figures.comparison.estimate],
  };
}
