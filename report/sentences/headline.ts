import type { Frame } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { listed } from '../text/listed.ts';
import { type TextKey, type TextValues, text } from '../text/text.ts';
import { outcomeNoun } from './outcome-words.ts';
import { sentenceFor } from './sentence-for.ts';
import { sentenceKey } from './sentence-key.ts';
import { severalHorizons } from './several-horizons.ts';

/** From here on a benefit is a large amount, in multiples of what matters (screens: twice). */
const LARGE_MULTIPLE = 2;

/**
 * The headline: what the primary outcome shows, a clause for each harm, and what is not known yet.
 *
 * @throws RangeError when there is no primary outcome
 */
export function headline(evaluation: Frame & { readonly findings: readonly ShownFinding[] }): string {
  const { findings } = evaluation;
  const primary = findings.find((finding) => finding.role === 'primary');
  if (primary === undefined)
    throw new RangeError('headline: findings hold no primary outcome; there must be one');
  if (primary.verdict === 'not-due') return sentenceFor(primary, evaluation).text;
  const others = findings.filter((finding) => finding !== primary && finding.role !== 'negative-control');
  const harms = others.filter((finding) => finding.verdict === 'harm');
  const main = withHorizon(primaryClause(primary, evaluation), primary, findings);
  const clauses = harms.map((harm) => withHorizon(harmClause(harm, primary), harm, findings));
  const first =
    clauses.length === 0
      ? text('headline.end', { main })
      : text('headline.and-harm', { main, harms: listed(clauses) });
  const unknown = unknownNames(others, findings);
  if (unknown.length === 0) return first;
  return [first, text('headline.unknown', { list: listed(unknown) })].join(' ');
}

function primaryClause(finding: ShownFinding, frame: Frame): string {
  const values = headlineValues(finding);
  if (finding.design === 'opinions') {
    const { text: said } = sentenceFor(finding, frame);
    return text('headline.said', { said: said.replace(/\.$/u, '') });
  }
  return text(primaryKey(finding), values);
}

function primaryKey(finding: ShownFinding): TextKey {
  const sentence = sentenceKey(finding);
  if (sentence.startsWith('change.C.')) return changeKey(sentence, finding);
  const ground = groundOf(finding);
  switch (finding.verdict) {
    case 'benefit':
      return isFirm(finding) ? `headline.benefit.${ground}` : `headline.probably.${ground}`;
    case 'harm':
      return isFirm(finding) ? `headline.harm.${ground}` : `headline.probably-harm.${ground}`;
    case 'no-meaningful-difference':
      return `headline.same.${ground}`;
    case 'too-little-data':
      return sentence === 'little.followed' ? 'headline.followed' : 'headline.little';
    case 'hidden':
      return 'headline.hidden';
    case 'none':
      return sentence === 'little.followed' ? 'headline.followed' : 'headline.words-only';
    default:
      return 'headline.inconclusive';
  }
}

function changeKey(sentence: string, finding: ShownFinding): TextKey {
  if (sentence === 'change.C.rose') return 'headline.change.rose';
  if (sentence === 'change.C.fell') return 'headline.change.fell';
  if (finding.kind === 'share') return 'headline.change.share';
  const range = finding.shown?.range95 ?? null;
  if (range !== null && range[0] > 0) return 'headline.change.rose';
  if (range !== null && range[1] < 0) return 'headline.change.fell';
  return range === null ? 'headline.little' : 'headline.change.steady';
}

/** A lottery keeps the words of grade A only while it keeps the grade. */
function groundOf({ design, grade }: ShownFinding): 'A' | 'B' | 'B-' | 'D' {
  if (grade === 'B' && (design === 'lottery' || design === 'waiting-list')) return 'D';
  return grade === 'A' || grade === 'B-' ? grade : 'B';
}

function isFirm(finding: ShownFinding): boolean {
  return finding.qualifier === 'clear' && !finding.fragile;
}

function harmClause(harm: ShownFinding, primary: ShownFinding): string {
  const rose = primary.verdict === 'benefit' && harm.better === 'lower' ? 'too' : 'no';
  const key = harm.fragile ? 'headline.clause.probably-harm' : 'headline.clause.harm';
  return text(key, { ...headlineValues(harm), rose });
}

/** A clause says its horizon where the same outcome is judged at several; what held at one need not hold at another. */
function withHorizon(clause: string, finding: ShownFinding, findings: readonly ShownFinding[]): string {
  if (!severalHorizons(finding, findings)) return clause;
  return text('headline.horizon', { clause, months: finding.months! });
}

/** Names of what cannot be told, each once. */
function unknownNames(others: readonly ShownFinding[], findings: readonly ShownFinding[]): string[] {
  const open = others.filter(({ verdict }) =>
    ['inconclusive', 'too-little-data', 'hidden'].includes(verdict),
  );
  const names = open.map((finding) => {
    const name = text('headline.name', headlineValues(finding));
    if (!severalHorizons(finding, findings)) return name;
    return text('headline.name-at', { name, months: finding.months! });
  });
  return [...new Set(names)];
}

function headlineValues(finding: ShownFinding): TextValues {
  const { estimate = null, range95 = null } = finding.shown ?? {};
  const sign = finding.better === 'higher' ? 1 : -1;
  const low = range95 === null ? 0 : Math.min(sign * range95[0], sign * range95[1]);
  const large =
    sign * (estimate ?? 0) >= LARGE_MULTIPLE * finding.matters && low >= finding.matters
      ? 'large'
      : 'matters';
  return {
    who: finding.who,
    kind: finding.kind,
    measure: finding.outcome,
    noun: outcomeNoun(finding),
    direction: (estimate ?? 0) < 0 ? 'down' : 'up',
    size: large,
  };
}
