import type { Frame } from '#evaluation/evaluation.ts';
import type { ShownFinding, ShownGroup } from '#evaluation/shown.ts';
import { dayText } from '../figures/source-line.ts';
import { armTexts, differenceWords } from '../text/numbers.ts';
import type { TextValues } from '../text/text.ts';
import { othersOf, outcomeName, outcomeNoun } from './outcome-words.ts';

/** The arms of a finding as others may see them. */
export function armsOf(finding: ShownFinding): { participants?: ShownGroup; comparison?: ShownGroup } {
  const arms: { participants?: ShownGroup; comparison?: ShownGroup } = {};
  for (const group of finding.shown?.groups ?? []) arms[group.who] = group;
  return arms;
}

/** Everything that a sentence about this finding may need; a hole stays empty where nothing may be shown. */
export function sentenceValues(finding: ShownFinding, frame: Frame): TextValues {
  return {
    months: finding.months ?? 0,
    who: finding.who,
    others: othersOf(finding),
    better: finding.better,
    kind: finding.kind,
    measure: finding.outcome,
    name: outcomeName(finding),
    noun: outcomeNoun(finding),
    points: finding.unit === 'points' ? 'yes' : 'no',
    k: finding.shown?.k ?? 1,
    program: frame.plan.program ?? 'the program',
    day: dayText(finding.look),
    need: finding.hidden?.need ?? 0,
    followed: Number(finding.missing?.values.months ?? 0),
    answered: finding.source === 'survey' ? (finding.wave === null ? 'once' : 'twice') : 'counted',
    rule: ruleOf(finding, frame),
    ...differenceValues(finding),
    ...armValues(finding),
  };
}

/** The rule is quoted only where this finding is what moved it. */
function ruleOf(finding: ShownFinding, frame: Frame): string {
  const moved = finding.role === 'primary' || finding.role === 'watch-out';
  return moved && finding.verdict === 'harm' ? frame.decision.outcome : 'none';
}

function differenceValues(finding: ShownFinding): TextValues {
  const { kind, shown, matters } = finding;
  const words = differenceWords(kind, {
    estimate: shown?.estimate ?? 0,
    range: shown?.range95 ?? null,
    matters,
  });
  const single = words.est === '1' && finding.unit === 'points';
  return { ...words, unit: single ? 'point' : finding.unit };
}

function armValues(finding: ShownFinding): TextValues {
  const { participants, comparison } = armsOf(finding);
  const count = (group?: ShownGroup) => group?.count ?? '';
  const values = armTexts(finding.kind, [participants?.value ?? null, comparison?.value ?? null]);
  const shares = values.every((one) => one !== '');
  const counts = shares && participants?.count != null && comparison?.count != null;
  return {
    a: values[0]!,
    b: values[1]!,
    countA: count(participants),
    countB: count(comparison),
    nA: participants?.n ?? 0,
    nB: comparison?.n ?? 0,
    askedA: participants?.asked ?? 0,
    arms: counts ? 'counts' : shares ? 'shares' : 'none',
    words: (participants?.words ?? 'none').replaceAll('-', '_'),
  };
}
