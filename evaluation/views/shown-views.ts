import type { Missing, Range } from '../finding.ts';
import type { GoalBar } from '../goals/what-became-of-goals.ts';
import type { ShownWords } from '../shown.ts';
import type { PulseTrend } from '../trends/pulse-trends.ts';
import type { RhythmFlags, RhythmLimit } from '../trends/rhythm-flags.ts';
import type { DoseView } from './dose-view.ts';
import type { GroupCell, GroupView } from './group-view.ts';
import type { RhythmView } from './rhythm-view.ts';
import type { WavePoint, WaveView } from './wave-view.ts';

/** The views behind the door: pictures are drawn from these only. */
export interface ShownViews {
  readonly doses: readonly DoseView[];
  readonly waves: readonly ShownWaveView[];
  readonly groups: readonly ShownGroupView[];
  readonly rhythm: RhythmView | null;
  readonly goals: readonly GoalBar[];
}

/** A share as the display table lets it out. */
export interface ShownShare {
  readonly value: number | null;
  readonly range95: Range | null;
  readonly count: number | null;
  readonly words: ShownWords | null;
}

export interface ShownWaveView extends Omit<WaveView, 'waves' | 'change'> {
  readonly waves: readonly ShownWave[];
  readonly change: ShownShareChange | null;
}

/** A wave of too few people is a gap: n is 0 and nothing else is known. */
export interface ShownWave extends Omit<WavePoint, 'agree' | 'value' | 'range95'>, ShownShare {
  readonly hidden: boolean;
}

/** What became of a share; judged before rounding. */
export interface ShownShareChange {
  readonly direction: 'rose' | 'fell' | 'unclear';
  /** Null where one of the two shares may be told in words only. */
  readonly estimate: number | null;
  readonly range95: Range | null;
}

export interface ShownGroupView extends Omit<GroupView, 'cells' | 'scales'> {
  readonly scales: readonly Omit<GroupView['scales'][number], 'alike'>[];
  readonly cells: readonly (readonly ShownGroupCell[])[];
}

export interface ShownGroupCell extends Omit<GroupCell, 'value' | 'alike'> {
  readonly value: number | null;
}

/** Trends and alarms behind the door. */
export interface ShownTrends {
  readonly pulses: { readonly trends: readonly ShownPulse[]; readonly statements: number } | Missing;
  readonly flags: ShownFlags | Missing;
}

export interface ShownPulse extends Omit<PulseTrend, 'start' | 'later'> {
  readonly start: ShownPulseShare & { readonly waves: readonly string[] };
  readonly later: readonly ShownLaterWave[];
}

/** People, and those of them who agree; null where that may be told in words only, or not at all. */
export interface ShownPulseShare {
  readonly n: number | null;
  readonly agree: number | null;
}

export interface ShownLaterWave extends ShownPulseShare {
  readonly wave: string;
  readonly step: ShownPulseStep | Missing;
}

/** An alarm is judged before rounding; the difference is left out where a share may be told in words only. */
export interface ShownPulseStep {
  readonly alarm: 'higher' | 'lower' | 'none';
  readonly level: number;
  readonly estimate: number | null;
  readonly range: Range | null;
}

export interface ShownFlags extends Omit<RhythmFlags, 'limits'> {
  readonly limits: readonly (Omit<RhythmLimit, 'flagged'> & {
    /** Null where words stand in, or where the bins of the picture do not end at this limit. */
    readonly flagged: number | null;
    readonly words: ShownWords | null;
  })[];
}
