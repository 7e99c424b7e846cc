import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ReportDocument, Section } from '../document.ts';
import { EVALUATION_FIGURES, SEVERAL_FIGURES } from '../figures/registry.ts';
import { text } from '../text/text.ts';
import { answersSection } from './answers-section.ts';
import { appendix } from './appendix.ts';
import { documentHead } from './document-head.ts';
import { howCompared } from './how-compared.ts';
import { integritySection } from './integrity-report.ts';
import { limits } from './limits.ts';
import { outcomeSections } from './outcome-sections.ts';
import { planChanges } from './plan-changes.ts';
import { growthSection, objectivesSection, programSection, relationshipSection } from './program-sections.ts';
import { reliabilitySection } from './reliability-section.ts';
import { subgroupSection } from './subgroup-section.ts';
import { summaryPage } from './summary-page.ts';
import { trendsSection } from './trends-section.ts';
import { wasItFair } from './was-it-fair.ts';
import { withHorizons } from './with-horizons.ts';

/** The report of an evaluation: page one, then who, how, what, how fair, what limits it. What cannot be answered is absent. */
export function evaluationReport(evaluation: ShownEvaluation): ReportDocument {
  const shown = withHorizons(evaluation);
  const title = shown.plan.program
    ? text('report.title', { program: shown.plan.program })
    : text('report.title.unnamed', {});
  return {
    ...documentHead(shown, title),
    summary: summaryPage(shown),
    sections: [
      ...atAGlance(shown),
      ...objectivesSection(shown),
      ...programSection(shown),
      whoTookPart(shown),
      howCompared(shown),
      ...outcomeSections(shown),
      ...subgroupSection(shown),
      ...relationshipSection(shown),
      ...answersSection(shown),
      ...trendsSection(shown),
      ...growthSection(shown),
      ...reliabilitySection(shown),
      wasItFair(shown),
      ...integritySection(shown),
      limits(shown),
      planChanges(shown),
      appendix(shown),
    ],
  };
}

function atAGlance(shown: ShownEvaluation): Section[] {
  const figure = EVALUATION_FIGURES['what-moved'](shown);
  if (figure === null) return [];
  return [{ id: 'at-a-glance', title: text('report.glance', {}), blocks: [figure] }];
}

function whoTookPart(shown: ShownEvaluation): Section {
  return {
    id: 'who-took-part',
    title: text('report.took-part', {}),
    blocks: [
      { kind: 'lead', text: text('report.took-part.lead', {}) },
      EVALUATION_FIGURES['who-is-counted'](shown),
      ...SEVERAL_FIGURES['who-is-missing'](shown),
    ],
  };
}
