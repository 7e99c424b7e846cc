import type { Kpi } from '../program-plan.ts';
import type { Say } from '../say.ts';
import type { KpiPreset } from './kpi.ts';

/** A KPI with the words of its preset; everything in it may then be changed. */
export function kpiFromPreset({ id, measure }: KpiPreset, say: Say): Kpi {
  return {
    id,
    preset: id,
    ...(measure !== undefined && { measure }),
    name: say(`kpi.${id}.name`),
    definition: say(`kpi.${id}.definition`),
    formula: say(`kpi.${id}.formula`),
    unit: say(`kpi.${id}.unit`),
    source: say(`kpi.${id}.source`),
    owner: say(`kpi.${id}.owner`),
    schedule: say(`kpi.${id}.schedule`),
  };
}
