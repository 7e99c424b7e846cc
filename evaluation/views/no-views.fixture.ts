import type { Views } from './views.ts';
import type { Trends } from '../trends/trends.ts';
import type { ShownTrends, ShownViews } from './shown-views.ts';

/** An evaluation whose files record nothing beside its outcomes. */
export const NO_VIEWS = {
  doses: [],
  waves: [],
  groups: [],
  rhythm: null,
  goals: [],
} as const satisfies Views & ShownViews;

export const NO_TRENDS = {
  pulses: { reason: 'not-recorded', values: { file: 'scores.csv' } },
  flags: { reason: 'not-recorded', values: { file: 'meetings.csv' } },
} as const satisfies Trends & ShownTrends;
