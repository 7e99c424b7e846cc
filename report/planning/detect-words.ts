import type { Visibility } from '#evaluation/planning/visibility.ts';
import { RELIABLE } from '#evaluation/planning/visibility.ts';
import { outcomeName } from '../sentences/outcome-words.ts';
import { counted, decimalsOf, plainNumber } from '../figures/amounts.ts';
import { type TextKey, text } from '../text/text.ts';

/** Two digits are as much as planning knows. */
const DIGITS = 2;

/** The name of an outcome, with its horizon where it has one. */
export function visibleName({ outcome }: Pick<Visibility, 'outcome'>): string {
  const name = outcomeName({ label: outcome.label ?? outcome.outcome.replaceAll('_', ' ') });
  return outcome.months === undefined ? name : text('detect.name', { name, months: outcome.months });
}

/** The unit in which an outcome is planned. */
export function visibleUnit({ expected, outcome }: Visibility): string {
  return expected.kind === 'share' ? 'in 100' : (outcome.unit ?? 'points');
}

/** An amount of the outcome as readers see it: two digits, shares in 100. */
export function amountText({ expected }: Visibility, value: number): string {
  const scaled = counted({ kind: expected.kind, unit: '' }, value);
  const rounded = expected.kind === 'share' ? Math.round(scaled) : Number(scaled.toPrecision(DIGITS));
  return plainNumber(rounded, decimalsOf([rounded]));
}

/** What people set, with the digits they gave. */
export function setText({ expected }: Visibility, value: number): string {
  const scaled = counted({ kind: expected.kind, unit: '' }, value);
  return plainNumber(scaled, decimalsOf([scaled]));
}

/** A share that a difference leads to, in 100. */
export function reachText(visible: Visibility, difference: number): string {
  const { expected, outcome } = visible;
  const start = expected.kind === 'share' ? expected.share.value : 0;
  return amountText(visible, start + (outcome.better === 'higher' ? difference : -difference));
}

/** A chance as how many of 100 programs; never all or none. */
export function chanceText(chance: number): string {
  return plainNumber(Math.min(99, Math.max(1, Math.round(chance * 100))), 0);
}

/** A number of people as one would say it: two digits. */
export function aboutPeople(people: number): string {
  return plainNumber(Number(people.toPrecision(DIGITS)), 0);
}

/** What would be seen of an outcome, and whether that is enough. */
export function detectSentence(visible: Visibility): string {
  const [atMatters, atTwice] = visible.chances;
  const { expected, outcome, detectable } = visible;
  const values = {
    name: visibleName(visible),
    unit: visibleUnit(visible),
    matters: setText(visible, outcome.matters),
    some: chanceText(atMatters!.some),
    detectable: detectable === null ? '' : amountText(visible, detectable),
    share: expected.kind === 'share' ? setText(visible, expected.share.value) : '',
    reach: detectable === null ? '' : reachText(visible, detectable),
    moved: reachText(visible, outcome.matters),
    better: outcome.better,
  };
  const kind = expected.kind === 'share' ? 'prop' : 'mean';
  const key: TextKey = detectable === null ? 'detect.prop.never' : `detect.${kind}`;
  return [
    text(key, values),
    enough(visible),
    ...severalText(visible),
    ...(atTwice ? [clear(visible)] : []),
  ].join(' ');
}

/** What one of several also-watched outcomes has to clear besides; nothing for any other. */
export function severalText({ amongSeveral }: Visibility): string[] {
  if (amongSeveral === null) return [];
  return [text('detect.several', { of: amongSeveral.of, some: chanceText(amongSeveral.some) })];
}

/** A small chance with the digit that counts: 2.5 in 100. */
function rareText(chance: number): string {
  const inHundred = Number((chance * 100).toPrecision(DIGITS));
  return plainNumber(inHundred, decimalsOf([inHundred]));
}

function enough({ chances, needed }: Visibility): string {
  if (chances[0]!.some >= RELIABLE) return text('detect.enough');
  return text('detect.short', { participants: aboutPeople(needed[0]), comparison: aboutPeople(needed[1]) });
}

function clear({ chances }: Visibility): string {
  return text('detect.clear', {
    once: rareText(chances[0]!.clear),
    twice: chanceText(chances[1]!.clear),
    twiceSome: chanceText(chances[1]!.some),
  });
}
