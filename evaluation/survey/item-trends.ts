import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { unpairedChangeOfShares } from '#stats/means/unpaired-change.ts';
import { meanRange, shareRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import { linkedPeople } from '../study/linked-people.ts';
import type { PairRows } from '../study/program-rows.ts';
import { wavesInOrder } from '../study/waves.ts';
import { agrees } from './item-answers.ts';
import type { Asked, ItemResponses } from './item-responses.ts';

/** With so many people at both waves it is their own change; with fewer, two groups (measure M03). */
const LEAST_TOGETHER = 20;

/** How the share of people who agree with one sentence went over the waves: the data of figure P11. */
export interface ItemTrend {
  readonly instrument: string;
  readonly version: string;
  readonly item: string;
  readonly who: Asked;
  readonly about: ItemResponses['about'];
  readonly waves: readonly TrendPoint[];
  /** From the first wave to the last; null when it cannot be told. */
  readonly change: TrendChange | null;
}

/** One wave of it. */
export interface TrendPoint {
  readonly wave: string;
  /** People. */
  readonly asked: number;
  readonly answered: number;
  readonly agree: number;
  readonly value: number;
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
}

/** A difference of shares, judged by its own range and never by whether two ranges overlap. */
export interface TrendChange {
  readonly groups: 'same-people' | 'two-groups';
  readonly estimate: number;
  readonly range95: Range | null;
  /** People at both waves, or the fewer of the two. */
  readonly n: number;
}

/**
 * The trends of all items on steps that were put at two waves or more; one version of an instrument at a time.
 *
 * @param need fewest people of a wave: one of fewer looks like one of nobody, in the change too
 */
export function itemTrends(
  all: readonly ItemResponses[],
  pairs: PairRows | undefined,
  need: number,
): ItemTrend[] {
  const groups = new Map<string, ItemResponses[]>();
  for (const one of all) {
    if (one.item.answered.kind !== 'rating') continue;
    const key = [one.instrument.id, one.instrument.version, one.item.id, one.who, one.about].join('\u0000');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const answered = wavesInOrder(group.map(({ wave }) => wave))
      .map((wave) =>
        peopleAt(
          group.find((one) => one.wave === wave)!,
          pairs,
        ),
      )
      .filter(({ people }) => people.length >= Math.max(1, need));
    const [first, last] = [answered[0], answered.at(-1)];
    if (!first || !last || first === last) return [];
    const { instrument, item, who, about } = group[0]!;
    return [
      {
        instrument: instrument.id,
        version: instrument.version,
        item: item.id,
        who,
        about,
        waves: answered.map(point),
        change: changeOf(first, last),
      },
    ];
  });
}

/** The people of one wave: each 1 when they agree, 0 when not; of several answers, when most agree. */
interface PeopleAtWave {
  readonly wave: string;
  readonly asked: number;
  readonly people: readonly string[];
  readonly agree: Float64Array;
  readonly clusters: Int32Array;
}

function peopleAt({ item, wave, responses }: ItemResponses, pairs: PairRows | undefined): PeopleAtWave {
  const sums = new Map<string, { agree: number; answers: number }>();
  for (const { person, chosen } of responses) {
    const [code] = chosen;
    if (code === undefined) continue;
    const own = sums.get(person) ?? { agree: 0, answers: 0 };
    own.agree += agrees(item, code) ? 1 : 0;
    own.answers++;
    sums.set(person, own);
  }
  const people = [...sums.keys()];
  return {
    wave,
    asked: new Set(responses.map(({ person }) => person)).size,
    people,
    agree: Float64Array.from(sums.values(), ({ agree, answers }) => (2 * agree > answers ? 1 : 0)),
    clusters: pairs ? linkedPeople(people, pairs) : Int32Array.from(people.keys()),
  };
}

function point({ wave, asked, people, agree, clusters }: PeopleAtWave): TrendPoint {
  const count = agree.reduce((sum, value) => sum + value, 0);
  const share = { ...clusteredMean({ values: agree, clusters }), estimate: count / people.length };
  const range = (level: number): Range | null => shareRange(share, people.length, level);
  return {
    wave,
    asked,
    answered: people.length,
    agree: count,
    value: share.estimate,
    range95: range(0.95),
    range80: range(0.8),
    range50: range(0.5),
  };
}

function changeOf(first: PeopleAtWave, last: PeopleAtWave): TrendChange | null {
  const before = new Map(first.people.map((person, i) => [person, first.agree[i]!]));
  const both = last.people.flatMap((person, i) => (before.has(person) ? [i] : []));
  if (both.length >= LEAST_TOGETHER) {
    const mean = clusteredMean({
      values: Float64Array.from(both, (i) => last.agree[i]! - before.get(last.people[i]!)!),
      clusters: Int32Array.from(both, (i) => last.clusters[i]!),
    });
    return { groups: 'same-people', estimate: mean.estimate, range95: meanRange(mean, 0.95), n: both.length };
  }
  const events = ({ agree, people }: PeopleAtWave) => ({
    events: agree.reduce((sum, value) => sum + value, 0),
    people: people.length,
  });
  const change = unpairedChangeOfShares(events(first), events(last), 0.95);
  if (change.kind === 'missing') return null;
  return {
    groups: 'two-groups',
    estimate: change.estimate,
    range95: change.range,
    n: Math.min(first.people.length, last.people.length),
  };
}
