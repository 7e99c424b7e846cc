import { pairedChange } from '#stats/means/paired-change.ts';
import { normalQuantile } from '#stats/numeric/normal-quantile.ts';
import { exactPoissonRange } from '#stats/proportions/exact-poisson.ts';
import { ratioByClusters } from '#stats/proportions/ratio-by-clusters.ts';
import { wilson } from '#stats/proportions/wilson.ts';
import * as floors from '../floors.ts';
import type { PreparedData } from '../prepared-data.ts';
import { EVERY_SIZE, type Step } from '../step.ts';

/** What counts, shares and changes need. */
export const countSteps: readonly Step[] = [
  {
    id: 'wilson',
    title: "shares with Wilson's range, a group per 100 people",
    peer: 'rowsum and formula',
    ours: ({ answers: { groups, groupCount, yes } }) => {
      const { people, sums } = byGroup(groups, groupCount, yes);
      const quantile = normalQuantile(0.975);
      return people.reduce((width, n, g) => {
        const [low, high] = wilson(sums[g]! / n, n, quantile);
        return width + high - low;
      }, 0);
    },
    floor: floors.countingGroups,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
  ...(['poisson', 'poisson-test'] as const).map((id): Step => ({
    id,
    title: 'rates with exact range, a group per 100 people',
    peer: id === 'poisson' ? 'rowsum and qgamma' : 'poisson.test',
    ours: widthOfRates,
    floor: floors.countingGroups,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  })),
  {
    id: 'ratio',
    title: 'ratio by clusters with range',
    peer: 'sums and formula',
    ours: ({ answers: { kept, due } }) => {
      const found = ratioByClusters({ numerators: kept, denominators: due, level: 0.95 });
      return found.kind === 'ratio' ? found.estimate + found.range![1] - found.range![0] : Number.NaN;
    },
    floor: floors.twoColumns,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
  {
    id: 'paired',
    title: 'paired change with range',
    peer: 't.test(paired = TRUE)',
    ours: ({ answers: { before, after } }) => {
      const clusters = new Int32Array(before.length);
      for (let i = 0; i < clusters.length; i++) clusters[i] = i;
      const found = pairedChange({ before, after, clusters, level: 0.95 });
      return found.kind === 'change' ? found.range![0] + found.range![1] : Number.NaN;
    },
    floor: floors.twoColumns,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
];

/** The sum of widths of every group's rate. */
function widthOfRates({ answers: { groups, groupCount, events, years } }: PreparedData): number {
  const counts = byGroup(groups, groupCount, events).sums;
  const exposure = byGroup(groups, groupCount, years).sums;
  return counts.reduce((width, count, g) => {
    const [low, high] = exactPoissonRange(count, exposure[g]!, 0.95);
    return width + high - low;
  }, 0);
}

function byGroup(
  groups: Int32Array,
  groupCount: number,
  values: ArrayLike<number>,
): { readonly people: Float64Array; readonly sums: Float64Array } {
  const people = new Float64Array(groupCount);
  const sums = new Float64Array(groupCount);
  for (let i = 0; i < groups.length; i++) {
    people[groups[i]!]!++;
    sums[groups[i]!]! += values[i]!;
  }
  return { people, sums };
}
