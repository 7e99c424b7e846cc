import type { Missing } from '../finding.ts';
import type { Pulses } from './pulse-trends.ts';
import type { RhythmFlags } from './rhythm-flags.ts';

/** Trends and alarms while a program runs, each with its rate of false alarms, or why there are none. */
export interface Trends {
  readonly pulses: Pulses | Missing;
  readonly flags: RhythmFlags | Missing;
}
