/** Id of a KPI preset. */
export type KpiPresetId = string;

/** A KPI that comes with the product; its words stand in the catalogue under `kpi.<id>`. */
export interface KpiPreset {
  readonly id: KpiPresetId;
  /** Measure that gives the same number, where there is one. */
  readonly measure?: string;
  readonly better: 'higher' | 'lower';
}
