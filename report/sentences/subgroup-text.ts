import type { ShownContrast } from '#evaluation/shown.ts';
import type { GroupName } from '#evaluation/subgroups/subgroup.ts';
import { countedTexts, plainNumber } from '../figures/amounts.ts';
import { differenceWords } from '../text/numbers.ts';
import { text } from '../text/text.ts';
import { characteristicName } from './hidden-difference-text.ts';
import { missingText } from './missing-text.ts';

/** What the plan's cuts show together: whether any two groups clearly differ. */
export function subgroupSummary(contrasts: readonly ShownContrast[]): string[] {
  const judged = contrasts.filter(({ among, figures }) => among === 'everybody' && figures?.range);
  if (judged.length === 0) return [];
  const differing = judged.filter(({ figures }) => figures!.range![0] > 0 || figures!.range![1] < 0);
  const { contrasts: k, level } = judged[0]!;
  const said =
    differing.length === 0
      ? text('subgroup.none', { n: judged.length })
      : text('subgroup.some', { n: differing.length });
  return [said, text('subgroup.level', { k, level: plainNumber(Number((level * 100).toFixed(1)), 1) })];
}

/** One contrast in words: how much larger or smaller, or why not. */
export function subgroupText(contrast: ShownContrast): string {
  const state = contrast.state
    ? [text(`subgroup.state.${contrast.state}`, { limit: limitOf(contrast) })]
    : [];
  return [contrastText(contrast), ...state].join(' ');
}

function contrastText(contrast: ShownContrast): string {
  const { label, figures, missing, among } = contrast;
  const names = { label, ...groupNames(contrast) };
  if (!figures) {
    if (missing?.reason === 'too-few-people')
      return text('subgroup.too-few', { ...names, need: missing.values.need ?? 0 });
    const reason = missing ? missingText(missing) : '';
    return text('subgroup.missing', { label, column: characteristicName(contrast.column), reason });
  }
  const words = differenceWords(contrast.kind, { ...figures, matters: contrast.matters });
  const amount = (value: string): string =>
    text('figures.amount', { amount: value, kind: contrast.kind, unit: contrast.unit });
  const values = { ...names, ...words, est: amount(words.est), high: amount(words.high) };
  if (among === 'everybody') return text('subgroup.contrast', values);
  const [a, b] = figures.values ?? [null, null];
  if (a === null || b === null) return text('subgroup.gap.plain', values);
  const [first, second] = countedTexts(contrast, [a, b]);
  return text('subgroup.gap', { ...values, a: amount(first!), b: amount(second!) });
}

/** The names of a contrast's groups. */
export function groupNames({ column, group, reference }: ShownContrast): {
  group: string;
  reference: string;
} {
  return { group: groupName(column, group), reference: groupName(column, reference) };
}

function groupName(column: string, name: GroupName): string {
  if (name.kind === 'level') {
    // A bare number says nothing without its column.
    const values = { column: characteristicName(column), value: name.name };
    return Number.isNaN(Number(name.name)) ? name.name : text('subgroup.value', values);
  }
  const value = plainNumber(name.value, decimals(name.value));
  return text(`subgroup.${name.kind}`, { column: characteristicName(column), value });
}

const MOST_DECIMALS = 2;

function decimals(value: number): number {
  return Math.min(MOST_DECIMALS, String(value).split('.')[1]?.length ?? 0);
}

function limitOf(contrast: ShownContrast): string {
  const amount = countedTexts(contrast, [contrast.matters])[0]!;
  return text('figures.amount', { amount, kind: contrast.kind, unit: contrast.unit });
}
