import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import { linkedPeople } from '../study/linked-people.ts';
import type { PairRows } from '../study/program-rows.ts';
import type { Answered, Instrument, Item } from '../instruments/instrument.ts';
import type { Asked, ItemResponses } from './item-responses.ts';

/** From this part of its length on, a step of a scale agrees: 4 and 5 of 1 to 5 (measure M26). */
const AGREE_FROM = 0.75;

/** A step or an option, how many chose it, and whether it agrees with the sentence as it is worded. */
export interface AnswerCell {
  readonly code: string;
  readonly count: number;
  readonly agrees: boolean;
}

/** How people of one role answered one item at one wave: the data of figure P10. */
export interface ItemAnswers {
  readonly instrument: string;
  readonly version: string;
  readonly item: string;
  readonly who: Asked;
  readonly about: ItemResponses['about'];
  readonly wave: string;
  /** `several-of`: shares are of people, and add up to more than 1. */
  readonly kind: Exclude<Answered['kind'], 'comment'>;
  /** Answers asked for, given, and the people who gave them; mentors may answer once per mentee. */
  readonly asked: number;
  readonly answered: number;
  readonly people: number;
  /** Answers of whoever gave most. */
  readonly mostOfOne: number;
  /** Steps from the lowest, or options in their order; how many chose each. */
  readonly cells: readonly AnswerCell[];
  /** How many agree with the sentence as it is worded; null where there are no steps. */
  readonly agree: number | null;
  /** Likely range of the share who agree; answers of one person, and of linked pairs, belong together. */
  readonly agreeRange95: Range | null;
  /** Wording by language, of instruments that the study brings along; null for those of the catalogue. */
  readonly wording: Readonly<Record<string, string>> | null;
  /** Whether the owner allows the wording to be published. */
  readonly mayPublish: boolean;
}

/** The counts behind figure P10. */
export function itemAnswers(
  { instrument, item, who, about, wave, responses }: ItemResponses,
  pairs: PairRows | undefined,
): ItemAnswers {
  const given = responses.filter(({ chosen }) => chosen.size > 0);
  const cells = codesOf(item).map((code) => ({
    code,
    agrees: agrees(item, code),
    count: given.reduce((sum, { chosen }) => sum + (chosen.has(code) ? 1 : 0), 0),
  }));
  return {
    instrument: instrument.id,
    version: instrument.version,
    item: item.id,
    who,
    about,
    wave,
    kind: item.answered.kind as ItemAnswers['kind'],
    asked: responses.length,
    answered: given.length,
    people: new Set(given.map(({ person }) => person)).size,
    mostOfOne: mostOfOne(given),
    cells,
    agree:
      item.answered.kind === 'rating'
        ? cells.reduce((sum, cell) => sum + (cell.agrees ? cell.count : 0), 0)
        : null,
    agreeRange95: item.answered.kind === 'rating' ? agreeRange(item, given, pairs) : null,
    wording: item.wording ?? null,
    mayPublish: mayPublish(instrument),
  };
}

function mostOfOne(given: ItemResponses['responses']): number {
  const answers = new Map<string, number>();
  for (const { person } of given) answers.set(person, (answers.get(person) ?? 0) + 1);
  return Math.max(0, ...answers.values());
}

function agreeRange(
  item: Item,
  given: ItemResponses['responses'],
  pairs: PairRows | undefined,
): Range | null {
  if (given.length === 0) return null;
  const people = given.map(({ person }) => person);
  const agree = Float64Array.from(given, ({ chosen }) =>
    [...chosen].some((code) => agrees(item, code)) ? 1 : 0,
  );
  const clusters = linkedPeople(people, pairs ?? { count: 0, mentor: [], mentee: [] });
  return shareRange(clusteredMean({ values: agree, clusters }), given.length, 0.95);
}

/** Whether a step of an item agrees with the sentence as it is worded, reversed or not. */
export function agrees({ answered }: Item, code: string): boolean {
  if (answered.kind !== 'rating') return false;
  return Number(code) >= answered.lowest + AGREE_FROM * (answered.highest - answered.lowest);
}

function mayPublish({ rights }: Instrument): boolean {
  return rights.uses.includes('publish-items');
}

function codesOf({ answered }: Item): string[] {
  if (answered.kind === 'comment') return [];
  if (answered.kind !== 'rating') return answered.options.map(({ code }) => code);
  return Array.from({ length: answered.highest - answered.lowest + 1 }, (_, i) =>
    String(answered.lowest + i),
  );
}
