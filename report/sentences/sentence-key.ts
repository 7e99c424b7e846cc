import type { Grade } from '#evaluation/finding.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { TextKey } from '../text/text.ts';
import { armsOf } from './sentence-values.ts';

/** Grades under which groups are compared in a sentence. */
type ComparingGrade = Exclude<Grade, 'C' | 'D'>;

/** The words of a verdict as the catalogue keys have them, before kind and grade. */
type Stem =
  | 'benefit.clear'
  | 'benefit.uncertain'
  | 'harm.clear'
  | 'harm.uncertain'
  | 'same'
  | 'same.small_up'
  | 'same.small_down'
  | 'inconclusive'
  | 'inconclusive.K';

/** The catalogue key of the sentence for a finding. */
export function sentenceKey(finding: ShownFinding): TextKey {
  switch (finding.verdict) {
    case 'not-due':
      return 'notdue';
    case 'hidden':
      return finding.source === 'hr' ? 'hidden.hr' : 'hidden.survey';
    case 'too-little-data':
      return tooLittleKey(finding);
    case 'none':
      return noVerdictKey(finding);
    default:
      return comparedKey(finding);
  }
}

/** Whether selection alone explains the gap (gate F5): then its own sentence stands, never benefit or harm. */
export function selectionOnly(finding: ShownFinding): boolean {
  const open = finding.verdict === 'no-meaningful-difference' || finding.verdict === 'inconclusive';
  return open && finding.gates.some((gate) => gate.effect === 'selection');
}

function comparedKey(finding: ShownFinding): TextKey {
  const kind = finding.kind === 'share' ? 'prop' : 'mean';
  if (finding.grade === 'C' || finding.grade === 'D') return noVerdictKey(finding);
  if (selectionOnly(finding)) {
    return kind === 'mean' && finding.grade === 'B-' ? 'selection.mean.B-' : `selection.${kind}`;
  }
  const figures = finding.shown;
  if (figures === null || figures.estimate === null || figures.range95 === null) return 'little.other';
  return `${stemOf(finding)}.${kind}.${finding.grade satisfies ComparingGrade}`;
}

function stemOf(finding: ShownFinding): Stem {
  const { verdict, qualifier } = finding;
  if (verdict === 'benefit' || verdict === 'harm') {
    return `${verdict}.${qualifier === 'size-uncertain' ? 'uncertain' : 'clear'}`;
  }
  if (verdict === 'no-meaningful-difference') {
    if (qualifier === 'slightly-higher') return 'same.small_up';
    return qualifier === 'slightly-lower' ? 'same.small_down' : 'same';
  }
  return qualifier === 'one-of-k' ? 'inconclusive.K' : 'inconclusive';
}

/** People per arm, after weighting, and events that a verdict needs (rule 4 of the verdict). */
const LEAST_PEOPLE = 20;
const LEAST_EVENTS = 10;
/** A range wider than this many times what matters says nothing (rule 11). */
const WIDEST = 6;

function tooLittleKey(finding: ShownFinding): TextKey {
  if (finding.missing?.reason === 'followed-too-short') return 'little.followed';
  if (finding.gates.some((gate) => gate.id === 'F11')) return 'little.mentors';
  const { participants, comparison } = armsOf(finding);
  const failed = finding.reasons.filter((reason) => !reason.ok).map((reason) => reason.check);
  const { nStar = [], events = null, range95 = null } = finding.shown ?? {};
  if (failed.includes('enough-people') || nStar.some((size) => size < LEAST_PEOPLE)) {
    return participants !== undefined && comparison !== undefined ? 'little.people' : 'little.other';
  }
  const few = finding.kind === 'share' && events !== null && events < LEAST_EVENTS;
  if (failed.includes('enough-events') || few) return 'little.events';
  if (failed.includes('range-known') || finding.missing !== null || range95 === null) return 'little.other';
  return range95[1] - range95[0] > WIDEST * finding.matters ? 'little.wide' : 'little.other';
}

function noVerdictKey(finding: ShownFinding): TextKey {
  if (finding.missing?.reason === 'not-in-this-design') return 'no-verdict';
  if (finding.missing?.reason === 'no-change-of-shares') return 'no-change';
  if (finding.design === 'opinions') return opinionKey(finding);
  if (finding.design === 'before-after') return changeKey(finding);
  if (finding.missing?.reason === 'followed-too-short') return 'little.followed';
  const { participants, comparison } = armsOf(finding);
  if (!finding.gates.some((gate) => gate.effect === 'words-only')) return 'no-verdict';
  if (participants?.value == null || comparison?.value == null) return 'words-only.none';
  if (finding.kind === 'score') return 'words-only.mean';
  const counts = participants.count !== null && comparison.count !== null;
  return counts ? 'words-only.prop.counts' : 'words-only.prop.shares';
}

function opinionKey(finding: ShownFinding): TextKey {
  const { participants } = armsOf(finding);
  if (participants === undefined) return 'no-verdict';
  if (participants.words !== null) return 'opinion.D.words';
  if (finding.kind === 'share' && participants.count !== null) return 'opinion.D.counts';
  if (participants.value === null) return 'opinion.D.none';
  return finding.kind === 'share' ? 'opinion.D.shares' : 'opinion.D.mean';
}

function changeKey(finding: ShownFinding): TextKey {
  if (finding.missing?.reason === 'followed-too-short') return 'little.followed';
  const { participants } = armsOf(finding);
  const range = finding.shown?.range95 ?? null;
  if (participants === undefined) return 'change.C.words';
  if (finding.kind === 'share') return participants.value === null ? 'change.C.words' : 'change.C.share';
  if (participants.value === null || participants.before === null) {
    return finding.shown?.estimate == null || range === null ? 'change.C.words' : 'change.C.size';
  }
  if (range !== null && range[0] > 0) return 'change.C.rose';
  return range !== null && range[1] < 0 ? 'change.C.fell' : 'change.C.steady';
}
