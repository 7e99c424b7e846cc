import { agreementRange } from '#stats/agreement/agreement-range.ts';
import type { ChanceCorrected } from '#stats/agreement/chance-corrected.ts';
import { cohenKappa } from '#stats/agreement/cohen-kappa.ts';
import { gwetAc1 } from '#stats/agreement/gwet-ac1.ts';
import { intraclassCorrelations } from '#stats/agreement/intraclass-correlation.ts';
import { twoWayTable } from '#stats/agreement/two-way-table.ts';
import { cronbachAlpha } from '#stats/reliability/cronbach-alpha.ts';
import { oneFactorOmega } from '#stats/reliability/one-factor-omega.ts';
import * as floors from '../floors.ts';
import { EVERY_SIZE, SEED, type Step } from '../step.ts';

/** The answers to a question of the made-up pairs. */
const CATEGORIES = 3;

/** What questionnaires need. */
export const answerSteps: readonly Step[] = [
  {
    id: 'agreement',
    title: 'kappa and AC1',
    peer: 'tabulate and formulas',
    ours: ({ answers }) => {
      const table = twoWayTable({ ...answers, categories: CATEGORIES });
      return coefficient(cohenKappa(table)) + coefficient(gwetAc1(table));
    },
    floor: floors.countingAnswers,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
  {
    id: 'agreement-range',
    title: 'range of kappa, 1 999 draws of pairs',
    peer: 'loop with sample.int',
    ours: ({ answers }) => {
      const clustered = { ...answers, categories: CATEGORIES, clusters: answers.pairs };
      const figure = (table: Parameters<typeof cohenKappa>[0]): number => coefficient(cohenKappa(table));
      const range = agreementRange(clustered, { figure, seed: SEED, level: 0.95 });
      return range.kind === 'range' ? range.low + range.high : Number.NaN;
    },
    floor: floors.pairDraws,
    timesPeer: 1,
    peerUpTo: 100_000,
    agrees: 1e-9,
  },
  ...(['intraclass', 'intraclass-psych'] as const).map((id): Step => ({
    id,
    title: 'three intraclass correlations with ranges',
    peer: id === 'intraclass' ? 'sums of squares and qf' : 'psych::ICC',
    ours: ({ answers: { before, after } }) => {
      const found = intraclassCorrelations({ first: before, second: after, level: 0.95 });
      if (found.kind !== 'correlations') return Number.NaN;
      return found.icc11.estimate + found.icc21.estimate + found.icc31.range![0];
    },
    floor: floors.twoColumns,
    timesPeer: 1,
    // psych::ICC iterates to a likelihood; at 100,000 people it stops before it is there.
    peerUpTo: id === 'intraclass' ? EVERY_SIZE : 10_000,
    agrees: 1e-4,
  })),
  {
    id: 'alpha',
    title: "Cronbach's alpha of five items",
    peer: 'cov and formula',
    ours: ({ answers }) => cronbachAlpha(answers.items) ?? Number.NaN,
    floor: floors.itemProducts,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
  {
    id: 'alpha-psych',
    title: "Cronbach's alpha of five items",
    peer: 'psych::alpha',
    ours: ({ answers }) => cronbachAlpha(answers.items) ?? Number.NaN,
    floor: floors.itemProducts,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-9,
  },
  {
    id: 'omega',
    title: 'omega of five items',
    peer: 'psych::fa(fm = "minres")',
    ours: ({ answers }) => {
      const found = oneFactorOmega(answers.items);
      return found.kind === 'omega' ? found.omega : Number.NaN;
    },
    floor: floors.itemProducts,
    timesPeer: 1,
    peerUpTo: EVERY_SIZE,
    agrees: 1e-4,
  },
];

function coefficient(found: ChanceCorrected): number {
  return found.kind === 'coefficient' ? found.coefficient : Number.NaN;
}
