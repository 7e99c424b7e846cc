import type { Range } from '../finding.ts';
import type { Coefficient, ReliabilityFinding } from '../instruments/reliability.ts';
import type { Plan } from '../plan/plan.ts';
import type { ChangeBins } from '../survey/change-bins.ts';
import type { ItemTrend, TrendPoint } from '../survey/item-trends.ts';
import type { ShownChanges, ShownSurvey, ShownTrend, ShownTrendPoint } from '../survey/shown-survey.ts';
import type { SurveyFindings } from '../survey/survey-findings.ts';
import { shownCoverage } from './disclose-coverage.ts';
import { shownItem } from './disclose-items.ts';
import { armShown, outward, stepped } from './display-table.ts';
import { floorOf } from './floors.ts';
import { significant } from './two-digits.ts';

const STEP = 0.01;
const COARSE_STEP = 0.05;
/** A negative alpha has no lower end. */
const COEFFICIENT_ENDS: Range = [-Infinity, 1];
/** From so many people on there are shares and ranges; from so many they come in whole percents (trust 3.2). */
const SHARES_FROM = 20;
const FINE_FROM = 50;

/** What the answers show through the door: nothing below the floor of people, the rest by the display table. */
export function disclosedSurvey(survey: SurveyFindings, plan: Plan): ShownSurvey {
  const need = floorOf(plan, 'survey');
  return {
    reliability: survey.reliability.filter(({ people }) => people >= need).map(shownReliability),
    items: survey.items.filter(({ people }) => people >= need).map((item) => shownItem(item, need)),
    trends: survey.trends.flatMap((trend) => shownTrend(trend, need)),
    changes: survey.changes.flatMap((changes) => shownChanges(changes, need)),
    coverage: survey.coverage.map((coverage) => shownCoverage(coverage, need)),
  };
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

/** The waves of enough people, where there are two; one of too few looks like one of nobody. */
function shownTrend({ waves, change, ...facts }: ItemTrend, need: number): ShownTrend[] {
  const points = waves.filter(({ answered }) => answered >= need).map(shownPoint);
  if (points.length < 2) return [];
  const enough = waves.every(({ answered }) => answered >= SHARES_FROM);
  // Of a wave that is told in words the change and the other wave would tell the share.
  const told = [points[0]!, points.at(-1)!].every(({ words }) => words === null);
  return [
    {
      ...facts,
      waves: points,
      change:
        change && enough && told
          ? {
              ...change,
              estimate: significant(change.estimate, 2),
              range95: change.range95 && [
                significant(change.range95[0], 2),
                significant(change.range95[1], 2),
              ],
            }
          : null,
    },
  ];
}

function shownPoint(point: TrendPoint): ShownTrendPoint {
  const { wave, answered, agree, value } = point;
  const shown = armShown({
    kind: 'share',
    n: answered,
    value,
    range95: point.range95,
    count: agree,
    scale: [0, 1],
    source: 'survey',
    sensitive: false,
  });
  const step = answered >= FINE_FROM ? STEP : COARSE_STEP;
  const inner = (range: Range | null): Range | null =>
    shown.range95 === null ? null : outward(range, step, [0, 1]);
  return {
    wave,
    asked: point.asked,
    answered,
    hidden: false,
    value: shown.value,
    agree: shown.count,
    words: shown.words,
    range95: shown.range95,
    range80: inner(point.range80),
    range50: inner(point.range50),
  };
}

/** Joined bins from 20 people in each group on; nothing where nearly all are in one bin. */
function shownChanges({ groups, ...facts }: ChangeBins, need: number): ShownChanges[] {
  const small = groups.some(({ n, cells }) => n < SHARES_FROM || cells.some(({ count }) => count < need));
  if (facts.cells.length === 0 || small) return [];
  return [
    {
      ...facts,
      groups: groups.map(({ who, n, asked, cells }) => ({
        who,
        n,
        asked,
        cells: cells.map((cell) => {
          const { value, range95, count, words } = armShown({
            kind: 'share',
            n,
            value: cell.share,
            range95: cell.range95,
            count: cell.count,
            scale: [0, 1],
            source: 'survey',
            sensitive: false,
          });
          return { count, share: value, words, range95 };
        }),
      })),
    },
  ];
}
