import type { ItemAnswers } from '../survey/item-answers.ts';
import type { ShownCell, ShownItem, ShownShare } from '../survey/shown-survey.ts';
import { armShown } from './display-table.ts';
import { type MergedCell, mergedCells } from './merged-cells.ts';

/** Steps are told from so many people on; below, only how many agree (screens, section 3). */
const STEPS_FROM = 20;

/** One sentence through the door: its steps merged where few chose one, who agrees, and its wording only where its owner allows. */
export function shownItem({ cells, agree, mayPublish, wording, ...facts }: ItemAnswers): ShownItem {
  const shown = { ...facts, wording: mayPublish ? wording : null };
  if (facts.kind === 'rating')
    return {
      ...shown,
      cells: facts.people < STEPS_FROM ? null : stepsShown(cells, facts),
      agree: shareOf(agree!, facts),
    };
  return { ...shown, cells: optionsShown(cells, facts), agree: null };
}

type Facts = Pick<ItemAnswers, 'answered' | 'people' | 'kind'>;
type Cells = ItemAnswers['cells'];

/**
 * Steps of a scale, merged on either side of agreeing, so that the count of those who agree and the steps cannot be played off against
 * each other; null where nearly all stand on one side.
 */
function stepsShown(cells: Cells, facts: Facts): ShownCell[] | null {
  const sides = [false, true].map((side) =>
    merged(
      cells.filter(({ agrees }) => agrees === side),
      facts,
    ),
  );
  return sides.some((side) => side === null) ? null : sides.flatMap((side) => side!);
}

/** The cells of one side, each with at least one in ten of all answers; null when the side itself has fewer. */
function merged(side: Cells, facts: Facts): ShownCell[] | null {
  const counts = side.map(({ count }) => count);
  const whole: MergedCell = {
    from: 0,
    to: side.length - 1,
    count: counts.reduce((sum, count) => sum + count, 0),
  };
  const cells = mergedCells(counts, facts.answered) ?? [whole];
  return cells.some(({ count }) => shareOf(count, facts).words !== null)
    ? null
    : cells.map(({ from, to, count }) => ({
        codes: side.slice(from, to + 1).map(({ code }) => code),
        ...shareOf(count, facts),
      }));
}

/** Options by themselves; where only one may be chosen, those of few people are told together, never left to be taken away. */
function optionsShown(cells: Cells, facts: Facts): ShownCell[] {
  const each = cells.map(({ code, count }) => ({ codes: [code], ...shareOf(count, facts), exact: count }));
  const kept = each.filter(({ words }) => words === null);
  const rare = each.filter(({ words }) => words !== null);
  const told = ({ exact: _exact, ...cell }: (typeof each)[number]): ShownCell => cell;
  if (facts.kind === 'several-of' || rare.length === 0 || kept.length === 0) return each.map(told);
  const byCount = kept.toSorted((a, b) => a.exact - b.exact);
  const joined = [...rare];
  const count = (): number => joined.reduce((sum, { exact }) => sum + exact, 0);
  while (byCount.length > 0 && shareOf(count(), facts).words !== null) joined.push(byCount.shift()!);
  const rest = new Set(joined);
  return [
    ...each.filter((cell) => !rest.has(cell)).map(told),
    { codes: joined.map(({ codes }) => codes[0]!), ...shareOf(count(), facts) },
  ];
}

/** A part of the answers by the display table, at the grain of the people behind them. */
function shareOf(count: number, { answered, people }: Facts): ShownShare {
  const share = answered === 0 ? 0 : count / answered;
  const shown = armShown({
    kind: 'share',
    n: people,
    value: share,
    range95: null,
    count: people === answered ? count : Math.round(share * people),
    scale: [0, 1],
    source: 'survey',
    sensitive: false,
  });
  return {
    count: shown.words === null && shown.count !== null ? count : null,
    share: shown.value,
    words: shown.words,
  };
}
