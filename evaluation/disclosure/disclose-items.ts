import type { Range } from '../finding.ts';
import type { ItemAnswers } from '../survey/item-answers.ts';
import type { ShownCell, ShownItem, ShownShare } from '../survey/shown-survey.ts';
import { armShown } from './display-table.ts';
import { answerCells, joinedOnBothSides } from './joined-cells.ts';

/** Steps are told from so many people on; below, only how many agree (screens, section 3). */
const STEPS_FROM = 20;

/** One sentence through the door: its steps merged where few chose one, who agrees, and its wording only where its owner allows. */
export function shownItem(item: ItemAnswers, need: number): ShownItem {
  const { cells, agree, agreeRange95, mostOfOne, mayPublish, wording, ...facts } = item;
  const shown = { ...facts, wording: mayPublish ? wording : null };
  if (facts.kind === 'rating') {
    const share = shareOf(agree!, facts, agreeRange95);
    // As many answers as this are of that many people, whoever gave how many.
    const least = need * mostOfOne;
    return {
      ...shown,
      cells: facts.people < STEPS_FROM ? null : stepsShown(cells, facts, least),
      agree: share,
    };
  }
  return { ...shown, cells: optionsShown(cells, facts), agree: null };
}

type Facts = Pick<ItemAnswers, 'answered' | 'people' | 'kind'>;
type Cells = ItemAnswers['cells'];

/**
 * Steps of a scale, joined on either side of agreeing, so that the count of those who agree and the steps cannot be played off against
 * each other; null where nearly all stand on one side.
 */
function stepsShown(cells: Cells, facts: Facts, least: number): ShownCell[] | null {
  const counts = cells.map(({ count }) => count);
  const wall = cells.findIndex(({ agrees }) => agrees);
  const joined = joinedOnBothSides(counts, answerCells(least), wall);
  if (joined.length === 0) return null;
  return joined.map(({ from, to }) => {
    const count = counts.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
    const { range95: _, ...share } = shareOf(count, facts, null);
    return { codes: cells.slice(from, to + 1).map(({ code }) => code), ...share };
  });
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
function shareOf(
  count: number,
  { answered, people }: Facts,
  range95: Range | null = null,
): ShownShare & { readonly range95: Range | null } {
  const share = answered === 0 ? 0 : count / answered;
  const shown = armShown({
    kind: 'share',
    n: people,
    value: share,
    range95,
    count: people === answered ? count : Math.round(share * people),
    scale: [0, 1],
    source: 'survey',
    sensitive: false,
  });
  return {
    count: shown.words === null && shown.count !== null ? count : null,
    share: shown.value,
    words: shown.words,
    range95: shown.range95,
  };
}
