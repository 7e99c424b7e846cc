import { measuresOn } from './measures-on.ts';
import type { ProgramPlan } from './program-plan.ts';

/** What hangs in the air: ids of objectives without a KPI, of KPIs that no objective names, of measures that no objective uses. */
export interface Orphans {
  readonly objectives: readonly string[];
  readonly kpis: readonly string[];
  readonly measures: readonly string[];
}

/**
 * The orphans of a plan, on either side.
 *
 * An objective uses a measure by naming it, or by a KPI that is the same number. A KPI that an objective names and that does not exist
 * counts for nothing.
 */
export function orphans(plan: Pick<ProgramPlan, 'purpose' | 'success'>): Orphans {
  const { objectives, kpis } = plan.purpose;
  const named = new Set(objectives.flatMap((objective) => objective.kpis));
  const used = new Set([
    ...objectives.flatMap(({ measures }) => measures),
    ...kpis.filter(({ id }) => named.has(id)).map(({ measure }) => measure),
  ]);
  return {
    objectives: objectives
      .filter((objective) => !kpis.some(({ id }) => objective.kpis.includes(id)))
      .map(({ id }) => id),
    kpis: kpis.filter(({ id }) => !named.has(id)).map(({ id }) => id),
    measures: measuresOn(plan).filter((measure) => !used.has(measure)),
  };
}
