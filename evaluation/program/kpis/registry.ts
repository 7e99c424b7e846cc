import type { KpiPreset } from './kpi.ts';

/** Every KPI preset; one line each. Those that equal a measure name it. */
export const KPI_PRESETS: readonly KpiPreset[] = [
  { id: 'promises-kept', measure: 'agreement-kept', better: 'higher' },
  { id: 'trust-in-pairs', measure: 'trust-mutual', better: 'higher' },
  { id: 'meeting-regularity', measure: 'rhythm-kept', better: 'higher' },
  { id: 'meetings-as-agreed', measure: 'meetings-held', better: 'higher' },
  { id: 'meeting-usefulness', measure: 'meeting-quality', better: 'higher' },
  { id: 'goals-reached', measure: 'goals-on-track', better: 'higher' },
  { id: 'leadership-skill', measure: 'skill-change', better: 'higher' },
  { id: 'internal-promotion', measure: 'promotion', better: 'higher' },
  { id: 'staff-retention', measure: 'retention', better: 'higher' },
  { id: 'new-opportunities', measure: 'opportunities', better: 'higher' },
  { id: 'participant-satisfaction', measure: 'satisfaction', better: 'higher' },
  { id: 'mentor-strain', measure: 'mentor-workload', better: 'lower' },
  { id: 'pairs-ended-early', measure: 'early-endings', better: 'lower' },
  { id: 'cost-of-a-pair', measure: 'cost-per-pair', better: 'lower' },
  { id: 'participation', better: 'higher' },
  { id: 'time-to-productivity', better: 'lower' },
  { id: 'return-rate', better: 'higher' },
  { id: 'internal-moves', better: 'higher' },
  { id: 'mentors-again', better: 'higher' },
  { id: 'vacancies-filled-within', better: 'higher' },
];

/** The preset of an id, or undefined when there is none. */
export function kpiPresetOf(id: string): KpiPreset | undefined {
  return KPI_PRESETS.find((preset) => preset.id === id);
}
