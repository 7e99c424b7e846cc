import { entropyBalancing } from '#stats/weighting/entropy-balancing.ts';
import { nearestMatching } from '#stats/matching/nearest-matching.ts';
import { groupBalance } from '#stats/matching/group-balance.ts';
import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import { logisticRegression } from '#stats/regression/logistic.ts';
import { bootstrapReplicates } from '#stats/resampling/cluster-bootstrap.ts';
import { differenceOfMeans } from '#stats/resampling/difference-of-means.ts';
import { aalenJohansen } from '#stats/survival/aalen-johansen.ts';
import * as floors from '../floors.ts';
import { HORIZON_DAYS } from '../people.ts';
import type { PreparedData } from '../prepared-data.ts';
import { EVERY_SIZE, SEED, type Step } from '../step.ts';

const REPLICATES = 2000;

/** What a comparison of two groups needs, in the order of an evaluation. */
export const comparisonSteps: readonly Step[] = [
  {
    id: 'logistic',
    title: 'logistic regression, 10 columns',
    peer: 'glm',
    ours: ({ columns, treated }) => {
      const fit = logisticRegression({ columns, outcome: treated });
      return fit.kind === 'fit' ? fit.coefficients[0]! : Number.NaN;
    },
    floor: floors.sixGrams,
    timesPeer: 2,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-6,
  },
  {
    id: 'matching',
    title: 'matching 1:2, 8 cells, caliper',
    peer: 'matchit, mahalanobis on the score',
    ours: ({ score, treated, cell, caliper }) =>
      nearestMatching({ score, treated, cell, ratio: 2, caliper, keyOrder: 'ascending' }).matches.reduce(
        (sum, row) => sum + row,
        0,
      ),
    floor: floors.oneSort,
    timesPeer: 10,
    floorsAtMost: { n: 1_000_000, floors: 4.5 },
    peerUpTo: 100_000,
    agrees: 0,
  },
  {
    id: 'clustered',
    title: 'CR2 and ν on matched sets, 12 columns',
    peer: 'clubSandwich::coef_test',
    ours: ({ matched }) => {
      const columns = [matched.outcome.map(() => 1), Float64Array.from(matched.treated), ...matched.columns];
      const fit = clusteredLeastSquares({ ...matched, columns });
      const { standardError, degreesOfFreedom } = fit.contrast(columns.map((_, i) => (i === 1 ? 1 : 0)));
      return standardError * degreesOfFreedom;
    },
    floor: floors.onePassOverMatched,
    timesPeer: 20,
    peerUpTo: 100_000,
    agrees: 1e-7,
  },
  {
    id: 'balancing',
    title: 'entropy balancing, 10 columns',
    peer: 'Newton written in R',
    ours: ({ columns, treated }) => {
      const result = entropyBalancing({ columns, treated });
      return result.kind === 'weights'
        ? result.weights.reduce((sum, weight) => sum + weight * weight, 0)
        : Number.NaN;
    },
    floor: floors.sixGrams,
    timesPeer: 2,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-7,
  },
  ...(['survfit', 'cuminc'] as const).map((peer): Step => ({
    id: peer,
    title: 'Aalen-Johansen with influences, by arm',
    peer,
    ours: incidenceOfParticipants,
    floor: floors.countingPass,
    timesPeer: peer === 'survfit' ? 50 : 10,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  })),
  {
    id: 'bootstrap',
    title: '2 000 bootstraps of a difference, matched rows',
    peer: 'loop with sample.int',
    ours: ({ matched }) => {
      const clusters = Int32Array.from(matched.outcome, (_, i) => i);
      const statistic = differenceOfMeans({ ...matched, clusters });
      const bootstrap = { clusterCount: clusters.length, statistic, seed: SEED, replicates: REPLICATES };
      return bootstrapReplicates(bootstrap).reduce<number>((sum, value) => sum + value!, 0) / REPLICATES;
    },
    floor: floors.plainDraws,
    timesPeer: 3,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
  {
    id: 'balance',
    title: 'balance of 10 columns',
    peer: 'apply with mean and sd',
    ours: ({ columns, treated, n }) => {
      const balance = groupBalance({ treated, weights: new Float64Array(n).fill(1) });
      return columns.reduce((sum, column) => sum + balance.standardisedDifference(column)!, 0);
    },
    floor: floors.onePass,
    timesPeer: 4,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
];

/** The incidences of both arms; the participants' one, to compare. */
function incidenceOfParticipants({ n, treated, time, event }: PreparedData): number {
  const counts = [0, 0];
  for (let i = 0; i < n; i++) counts[treated[i]!]!++;
  const arms = counts.map((people) => ({
    time: new Int32Array(people),
    event: new Uint8Array(people),
    next: 0,
  }));
  for (let i = 0; i < n; i++) {
    const arm = arms[treated[i]!]!;
    arm.time[arm.next] = time[i]!;
    arm.event[arm.next++] = event[i]!;
  }
  const results = arms.map((arm) =>
    aalenJohansen({ time: arm.time, event: arm.event, horizon: HORIZON_DAYS }),
  );
  const participants = results[1]!;
  return participants.kind === 'incidence' ? participants.estimate : Number.NaN;
}
