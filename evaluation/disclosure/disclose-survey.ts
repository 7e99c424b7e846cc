import type { Range } from '../finding.ts';
import type { Coefficient, ReliabilityFinding } from '../instruments/reliability.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShownSurvey, SurveyFindings } from '../survey/survey-findings.ts';
import { outward, stepped } from './display-table.ts';
import { floorOf } from './floors.ts';

const STEP = 0.01;
/** A negative alpha has no lower end. */
const COEFFICIENT_ENDS: Range = [-Infinity, 1];

/** What the answers show through the door: nothing below the floor of people, the rest by the display table. */
export function disclosedSurvey(survey: SurveyFindings, plan: Plan): ShownSurvey {
  const need = floorOf(plan, 'survey');
  return { reliability: survey.reliability.filter(({ people }) => people >= need).map(shownReliability) };
}

function shownReliability(finding: ReliabilityFinding): ReliabilityFinding {
  return { ...finding, alpha: shownCoefficient(finding.alpha), omega: shownCoefficient(finding.omega) };
}

/** A coefficient of all people together at two decimals. */
function shownCoefficient(coefficient: Coefficient): Coefficient {
  if (coefficient.kind === 'missing') return coefficient;
  return {
    kind: 'figure',
    value: stepped(coefficient.value, STEP),
    range95: outward(coefficient.range95, STEP, COEFFICIENT_ENDS),
  };
}
