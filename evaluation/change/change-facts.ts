import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { standardisedDifference } from '#stats/matching/standardised-difference.ts';
import type { Prepared } from '../designs/prepared.ts';
import { alikeCount } from '../effect/alike-count.ts';
import { meanRange } from '../effect/ranges.ts';
import type { ExactFigures, GroupFigure, Note } from '../finding.ts';
import { pickColumns } from '../study/pick.ts';
import { changeBounds } from './change-bounds.ts';
import type { ChangeColumns } from './change-columns.ts';

/** Groups further apart than this before the start are said to be (screens P06; Austin 2009, 10.1002/sim.3697). */
const BAND = 0.1;

/**
 * The figures of a compared change with what readers ask next: where each group stood before and after, as answered by the people who
 * answered both; the bounds of the change; and whether the groups started apart, so that each may just have come back to its usual value.
 */
export function withChangeFacts(
  exact: ExactFigures,
  prepared: Prepared,
  columns: ChangeColumns,
): ExactFigures {
  const after = pickColumns(columns.after, prepared.positions);
  const before = pickColumns(columns.before, prepared.positions);
  return {
    ...exact,
    groups: exact.groups.map((group) => groupFacts(group, prepared, after, before)),
    bounds: exact.bounds && columns.scale && changeBounds(prepared, { after, before, ends: columns.scale }),
    notes: [...exact.notes, ...lateNote(columns), ...apartNote(prepared, before, after)],
  };
}

function groupFacts(
  group: GroupFigure,
  { treated, clusters }: Prepared,
  after: Float64Array,
  before: Float64Array,
): GroupFigure {
  const arm = group.who === 'participants' ? 1 : 0;
  const rows = new Int32Array(after.length)
    .map((_, i) => i)
    .filter((i) => treated[i] === arm && !Number.isNaN(after[i]! - before[i]!));
  if (rows.length === 0) return { ...group, value: null, range95: null, before: null };
  const codes = rows.map((i) => clusters[i]!);
  const mean = clusteredMean({ values: pickColumns(after, rows), clusters: codes });
  const start = clusteredMean({ values: pickColumns(before, rows), clusters: codes });
  return {
    ...group,
    value: mean.estimate,
    range95: meanRange(mean, 0.95),
    before: start.estimate,
    alike: alikeCount(pickColumns(after, rows)),
    alikeBefore: alikeCount(pickColumns(before, rows)),
  };
}

function lateNote({ beforeDates }: ChangeColumns): Note[] {
  return beforeDates.late === 0 ? [] : [{ key: 'late-before', values: { n: beforeDates.late } }];
}

/** Said where the groups did not start alike: who starts far from the usual value tends to come back to it without any program. */
function apartNote({ treated }: Prepared, before: Float64Array, after: Float64Array): Note[] {
  const rows = new Int32Array(before.length)
    .map((_, i) => i)
    .filter((i) => !Number.isNaN(after[i]! - before[i]!));
  const difference = standardisedDifference({
    column: pickColumns(before, rows),
    treated: Uint8Array.from(rows, (i) => treated[i]!),
    weights: new Float64Array(rows.length).fill(1),
    spread: new Float64Array(rows.length).fill(1),
  });
  if (difference === undefined || !(Math.abs(difference) > BAND)) return [];
  return [{ key: 'started-apart', values: { side: difference < 0 ? 'lower' : 'higher' } }];
}
