import type { Decision } from './evaluation.ts';
import type { Finding } from './finding.ts';
import type { Plan } from './plan/plan.ts';
import type { SubgroupContrast } from './subgroups/subgroup.ts';

/** What the decision rule of the plan says: continue on benefit with every watch-out inside its limit, change on harm, else people decide. */
export function decisionOn(
  plan: Plan,
  findings: readonly Finding[],
  due: boolean,
  contrasts: readonly SubgroupContrast[] = [],
): Decision {
  const rule = plan.decision?.words ?? plan.decision?.rule ?? null;
  if (!due) return { rule, outcome: 'not-due', outside: [], cannotTell: [] };
  const primary = findings.find((finding) => finding.role === 'primary');
  const watched = findings.filter((finding) => finding.role === 'watch-out');
  const gaps = (state: SubgroupContrast['state']): string[] =>
    contrasts.filter((contrast) => contrast.state === state).map(gapKey);
  const outside = [
    ...watched.filter((finding) => finding.verdict === 'harm').map(decisionKey),
    ...gaps('outside'),
  ];
  const cannotTell = [
    ...watched.filter((finding) => finding.verdict !== 'harm' && !insideLimit(finding)).map(decisionKey),
    ...gaps('cannot-tell'),
  ];
  if (primary?.verdict === 'harm' || outside.length > 0)
    return { rule, outcome: 'change', outside, cannotTell };
  const allInside = primary?.verdict === 'benefit' && cannotTell.length === 0;
  return { rule, outcome: allInside ? 'continue' : 'people-decide', outside, cannotTell };
}

/** "Not harmed" must be shown: the whole range on the safe side of the limit, and a verdict that may be given at all. */
function insideLimit(finding: Finding): boolean {
  const range = finding.exact?.range95;
  if (!range || ['none', 'too-little-data', 'hidden', 'not-due'].includes(finding.verdict)) return false;
  const low = finding.better === 'higher' ? range[0] : -range[1];
  return low > -finding.matters;
}

/** How a decision names an outcome: with its horizon, since one outcome may be watched at several. */
export function decisionKey({ outcome, months }: Pick<Finding, 'outcome' | 'months'>): string {
  return months === null ? outcome : `${outcome}@${months}`;
}

/** How a decision names a gap between groups. */
function gapKey(contrast: SubgroupContrast): string {
  return `${decisionKey(contrast)}/${contrast.column}`;
}
