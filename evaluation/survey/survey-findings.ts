import type { Prepared } from '../designs/prepared.ts';
import { floorOf } from '../disclosure/floors.ts';
import type { Finding } from '../finding.ts';
import { type ReliabilityFinding, reliabilityFindings } from '../instruments/reliability.ts';
import type { Plan } from '../plan/plan.ts';
import { programColumns } from '../study/program-columns.ts';
import type { StudyRows } from '../study/rows.ts';
import type { Study } from '../study/study.ts';
import { type ChangeBins, changeBins } from './change-bins.ts';
import { type Coverage, coverageOf, rosterCoverage } from './coverage.ts';
import { type ItemAnswers, itemAnswers } from './item-answers.ts';
import { itemResponses } from './item-responses.ts';
import { type ItemTrend, itemTrends } from './item-trends.ts';

/** What the answers themselves show, beside outcomes and measures; empty before the look and where there are none. */
export interface SurveyFindings {
  /** How far the items of each scale hang together here. */
  readonly reliability: readonly ReliabilityFinding[];
  /** How each sentence was answered (figure P10). */
  readonly items: readonly ItemAnswers[];
  /** How agreement went over the waves (figure P11). */
  readonly trends: readonly ItemTrend[];
  /** How many changed, and how much, on each scale of the plan (figure P03). */
  readonly changes: readonly ChangeBins[];
  /** Who was asked, answered, counted (figure P15). */
  readonly coverage: readonly Coverage[];
}

/** Nothing asked, or not due yet. */
export const NO_SURVEY: SurveyFindings = {
  reliability: [],
  items: [],
  trends: [],
  changes: [],
  coverage: [],
};

/** Everything that answers show by themselves. */
export function surveyFindings(
  rows: StudyRows,
  study: Study,
  plan: Plan,
  findings: readonly Finding[],
  prepared: (who: Finding['who']) => Prepared,
): SurveyFindings {
  const { pairs, enrolled, roster } = programColumns(rows, plan, study.cutoff);
  const need = floorOf(plan, 'survey');
  const responses = itemResponses(
    rows,
    { ...(pairs && { pairs }), ...(enrolled && { enrolled }) },
    study.cutoff,
  );
  return {
    reliability: reliabilityFindings(rows, { cutoff: study.cutoff, seed: plan.seed ?? 0 }),
    items: responses.map((one) => itemAnswers(one, pairs)),
    trends: itemTrends(responses, pairs, need),
    changes: findings.flatMap((finding) => changeBins(study, prepared(finding.who), finding, need) ?? []),
    coverage: [
      ...oncePerScale(findings).flatMap(
        (finding) => coverageOf(study, prepared(finding.who), finding, plan) ?? [],
      ),
      ...(roster ? [rosterCoverage(roster)] : []),
    ],
  };
}

/** One finding per scale and role: coverage shows all waves of it. */
function oncePerScale(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ outcome, who }) => {
    const key = `${who}\u0000${outcome}`;
    return !seen.has(key) && seen.add(key);
  });
}
