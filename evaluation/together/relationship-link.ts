import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import { tRange } from '#stats/means/t-range.ts';
import type { Prepared } from '../designs/prepared.ts';
import { outcomeValues } from '../effect/outcome-values.ts';
import type { FigureKind, Missing, Range } from '../finding.ts';
import { measureOf } from '../measures/registry.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import { scoreColumn, wavesOf } from '../study/score-column.ts';
import type { Study } from '../study/study.ts';

/** The scale of trust in the other, as the core instrument names it. */
const TRUST = 'trust';
/** The least pairs with both values, as for every link within pairs (measure M09). */
const LEAST_PAIRS = 30;

/** How the relationship and an outcome go together among participants; never mixed into one score, never a cause. */
export interface RelationshipLink {
  readonly outcome: string;
  readonly label: string;
  readonly kind: FigureKind;
  readonly unit: string;
  /** Wave at which trust was asked. */
  readonly wave: string | null;
  /** Participants of whom both are known, and all of them. */
  readonly n: number;
  readonly asked: number;
  /** Difference in the outcome per standard deviation of trust, or why there is none. */
  readonly slope: { readonly estimate: number; readonly range95: Range | null } | Missing;
}

/** The link of an outcome with trust: the slope of the outcome on standardised trust among participants, clustered by mentor. Null when trust was never asked. */
export function relationshipLink(
  study: Study,
  prepared: Prepared,
  planned: PlannedOutcome,
): RelationshipLink | null {
  const wave = lastWave(study);
  if (wave === null || planned.outcome === TRUST) return null;
  const { population } = prepared;
  const places = Array.from(prepared.positions, (_, i) => i).filter((i) => prepared.treated[i] === 1);
  const positions = Int32Array.from(places, (i) => prepared.positions[i]!);
  const measure = measureOf(planned.outcome);
  const outcome = outcomeValues(study, population, planned, measure, positions);
  const facts = {
    outcome: planned.outcome,
    label: planned.label ?? planned.outcome,
    kind: 'reason' in outcome ? measure.kind : outcome.kind,
    unit: planned.unit ?? 'points',
    wave,
    asked: positions.length,
  };
  if ('reason' in outcome) return { ...facts, n: 0, slope: outcome };
  const trust = scoreColumn(study, population, TRUST, wave).value;
  const both = places.flatMap((place, i) => {
    const known = !Number.isNaN(outcome.values[i]!) && !Number.isNaN(trust[positions[i]!]!);
    return known
      ? [{ y: outcome.values[i]!, x: trust[positions[i]!]!, cluster: prepared.clusters[place]! }]
      : [];
  });
  return { ...facts, n: both.length, slope: slopeOf(both) };
}

function slopeOf(
  both: readonly { readonly y: number; readonly x: number; readonly cluster: number }[],
): RelationshipLink['slope'] {
  const n = both.length;
  if (n < LEAST_PAIRS) return { reason: 'too-few-people', values: { have: n, need: LEAST_PAIRS } };
  const mean = both.reduce((sum, { x }) => sum + x, 0) / n;
  const spread = Math.sqrt(both.reduce((sum, { x }) => sum + (x - mean) ** 2, 0) / (n - 1));
  if (spread === 0) return { reason: 'no-spread', values: {} };
  const fit = clusteredLeastSquares({
    outcome: Float64Array.from(both, ({ y }) => y),
    columns: [new Float64Array(n).fill(1), Float64Array.from(both, ({ x }) => (x - mean) / spread)],
    clusters: Int32Array.from(both, ({ cluster }) => cluster),
  });
  const { estimate, standardError, degreesOfFreedom } = fit.contrast([0, 1]);
  const ranged = degreesOfFreedom > 0 && standardError > 0;
  return { estimate, range95: ranged ? tRange(estimate, standardError, degreesOfFreedom, 0.95) : null };
}

/** Trust as it was last asked during the program; after it, when it was not asked before. */
function lastWave(study: Study): string | null {
  const waves = wavesOf(study, TRUST).filter((wave) => wave !== 'before');
  return waves.findLast((wave) => wave.startsWith('during')) ?? waves[0] ?? null;
}
