import type { Range } from '../finding.ts';
import type { ReliabilityFinding } from '../instruments/reliability.ts';
import type { ShownWords } from '../shown.ts';
import type { ChangeBins, ChangeGroup } from './change-bins.ts';
import type { Coverage, CoverageRow, GroupApart } from './coverage.ts';
import type { ItemAnswers } from './item-answers.ts';
import type { ItemTrend, TrendChange, TrendPoint } from './item-trends.ts';

/** What the answers show, behind the door. */
export interface ShownSurvey {
  /** What too few people gave is left out; coefficients have two decimals. */
  readonly reliability: readonly ReliabilityFinding[];
  readonly items: readonly ShownItem[];
  readonly trends: readonly ShownTrend[];
  readonly changes: readonly ShownChanges[];
  readonly coverage: readonly ShownCoverage[];
}

/** A count with its share, or the words that stand in for both. */
export interface ShownShare {
  readonly count: number | null;
  /** At the grain of the people behind it; null below 20. */
  readonly share: number | null;
  readonly words: ShownWords | null;
}

/** Neighbouring steps, or options, told together. */
export interface ShownCell extends ShownShare {
  readonly codes: readonly string[];
}

/** How one sentence was answered; steps from 20 people on, below that only who agrees. */
export interface ShownItem extends Omit<
  ItemAnswers,
  'cells' | 'agree' | 'agreeRange95' | 'mostOfOne' | 'mayPublish'
> {
  /** Null below 20 people, and where nearly all answered alike. */
  readonly cells: readonly ShownCell[] | null;
  readonly agree: (ShownShare & { readonly range95: Range | null }) | null;
}

/** One wave; a wave with too few people is a gap. */
export interface ShownTrendPoint extends Omit<TrendPoint, 'agree' | 'value'> {
  readonly hidden: boolean;
  readonly agree: number | null;
  readonly value: number | null;
  readonly words: ShownWords | null;
}

export interface ShownTrend extends Omit<ItemTrend, 'waves' | 'change'> {
  readonly waves: readonly ShownTrendPoint[];
  /** Null where a wave has fewer than 20 people. */
  readonly change: TrendChange | null;
}

/** A group with its joined bins by the display table. */
export interface ShownChangeGroup extends Pick<ChangeGroup, 'who' | 'n' | 'asked'> {
  readonly cells: readonly (ShownShare & { readonly range95: Range | null })[];
}

export interface ShownChanges extends Omit<ChangeBins, 'groups'> {
  readonly groups: readonly ShownChangeGroup[];
}

/** Who was asked, answered, counted; a number of fewer than 50 asked comes as a band. */
export interface ShownCoverageRow extends Pick<CoverageRow, 'wave' | 'who'> {
  readonly asked: number;
  readonly answered: ShownPart;
  readonly counted: ShownPart | null;
}

/** A part of those asked: exact from 50 on, else the band in which its share lies. */
export type ShownPart =
  | { readonly kind: 'exact'; readonly count: number; readonly share: number }
  | { readonly kind: 'band'; readonly share: Range };

export interface ShownCoverage extends Omit<Coverage, 'rows' | 'apart'> {
  readonly rows: readonly ShownCoverageRow[];
  readonly apart: readonly Pick<GroupApart, 'column' | 'level' | 'than'>[];
}
