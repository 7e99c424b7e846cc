import type { Missing } from '../finding.ts';
import type { MeasureFinding } from '../measured.ts';
import type { MeasureFigure } from '../measures/measure.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShownMeasure, ShownMeasureFigure } from '../shown.ts';
import { floorOf } from './floors.ts';
import { notApart, type SumMember } from './parts-of-sums.ts';
import { countsOf, NOT_APART, shownFigure } from './shown-figure.ts';

/**
 * Program measures through the door: the floor looks at people, never at rows; then the display table; then what figures of one sum
 * would give away together. A figure of too few people looks like one of nobody.
 */
export function disclosedMeasures(findings: readonly MeasureFinding[], plan: Plan): ShownMeasure[] {
  const need = floorOf(plan, 'survey');
  return findings.map((finding) => shownMeasure(finding, need));
}

function shownMeasure({ figures, missing, ...told }: MeasureFinding, need: number): ShownMeasure {
  if (missing) return { ...told, figures: [], missing: shownMissing(missing, need) };
  const shown = figures.map((figure) => shownFigure(figure, told, need));
  const apart = partsApart(figures, shown, told);
  const kept = apart.filter((figure) => figure.hidden === null || isAlwaysThere(figure, figures));
  return kept.every(({ hidden }) => hidden !== null)
    ? { ...told, figures: [], missing: nobodyOrTooFew(need) }
    : { ...told, figures: kept, missing: null };
}

/** Whether a hidden figure would stand there also if nobody had answered: not one of many waves, scales or kinds. */
function isAlwaysThere({ key }: ShownMeasureFigure, figures: readonly MeasureFigure[]): boolean {
  const alike = figures.filter((figure) => figure.key === key);
  return alike.length === 1 && alike[0]!.topic === undefined;
}

/** Reasons that follow from how many answered: told as one, so that nobody and too few look alike. */
const FROM_ANSWERS: ReadonlySet<Missing['reason']> = new Set([
  'too-few-people',
  'never-asked',
  'nothing-due',
]);

function shownMissing(missing: Missing, need: number): Missing {
  const { reason, values } = missing;
  if (reason === 'could-not-be-calculated') return { reason, values: {} };
  const ofAnswers = reason === 'not-recorded' && /^(scores|answers)\.csv/.test(String(values.file));
  return ofAnswers || FROM_ANSWERS.has(reason) ? nobodyOrTooFew(need) : missing;
}

function nobodyOrTooFew(need: number): Missing {
  return { reason: 'nobody-or-too-few', values: { need } };
}

type Told = Omit<MeasureFinding, 'figures' | 'missing'>;

/** The figures, without those that would give away another of their sum. */
function partsApart(
  figures: readonly MeasureFigure[],
  shown: readonly ShownMeasureFigure[],
  finding: Told,
): ShownMeasureFigure[] {
  const result = [...shown];
  for (const places of sumsOf(figures).values()) {
    // Of a part that is hidden the others and the whole would tell.
    const parts = places.filter(({ as }) => as === 'part');
    if (parts.some(({ at }) => shown[at]!.hidden !== null)) {
      const hidden = parts.find(({ at }) => shown[at]!.hidden !== null)!;
      for (const { at } of parts) result[at] = { ...result[hidden.at]!, key: figures[at]!.key };
      continue;
    }
    const members = places.map(({ as, at }) => memberOf(as, figures[at]!, shown[at]!, finding));
    for (const place of notApart(members, figures[places[0]!.at]!.n))
      result[places[place]!.at] = { ...shown[places[place]!.at]!, ...NOT_APART };
  }
  return result;
}

/** The figures of each sum, at each wave and of each topic, by their places. */
function sumsOf(
  figures: readonly MeasureFigure[],
): Map<string, { readonly as: SumMember['as']; readonly at: number }[]> {
  const sums = new Map<string, { readonly as: SumMember['as']; readonly at: number }[]>();
  for (const [at, { sums: own = [], wave, topic }] of figures.entries())
    for (const { sum, as } of own) {
      const name = [sum, wave, topic].join('\u0000');
      sums.set(name, [...(sums.get(name) ?? []), { as, at }]);
    }
  return sums;
}

/** A figure as a member of its sum; one that is not told for want of people could be anything. */
function memberOf(
  as: SumMember['as'],
  figure: MeasureFigure,
  shown: ShownMeasureFigure,
  finding: Told,
): SumMember {
  const count = figure.count ?? 0;
  const most = figure.outOf ?? figure.n;
  const alike =
    shown.count === null && shown.words === null ? ([0, most] as const) : countsOf(figure, finding);
  return { as, count, alike, most };
}
