import {
  coverage,
  type Figure,
  gaps,
  leavesOutZero,
  meanFigure,
  says,
  shareFigure,
  type Target,
} from './figures.ts';
import type { Observed } from './observed.ts';

/** Targets of a world of compared promotions, in 100. */
export interface Wanted {
  readonly gap?: Target;
  readonly benefit?: Target;
  readonly coverage?: Target;
}

/** What measurement 9.1 wants of a program that does nothing. */
export const NO_EFFECT: Wanted = {
  gap: { low: -0.4, high: 0.4 },
  benefit: { low: 0, high: 4 },
  coverage: { low: 94, high: 96 },
};

/** What is told of every world whose people are compared on promotion. */
export function comparisonFigures(observed: readonly Observed[], truth: number, wanted: Wanted): Figure[] {
  const plain = observed.flatMap(({ plain: one }) => one ?? []);
  const due = observed.filter(
    (one) => leavesOutZero(one.plain?.range) && one.range !== null && !leavesOutZero(one.range),
  );
  return [
    meanFigure('mean adjusted gap', gaps(observed), 'share', wanted.gap),
    ...(plain.length === 0
      ? []
      : [
          meanFigure(
            'mean plain gap',
            plain.map(({ gap }) => gap),
            'share',
          ),
          shareFigure('plain range leaves out 0', observed, ({ plain: one }) => leavesOutZero(one?.range)),
        ]),
    shareFigure('benefit', observed, says('benefit'), wanted.benefit),
    shareFigure('benefit, told as fragile', observed, (one) => one.verdict === 'benefit' && one.fragile),
    shareFigure('harm', observed, says('harm')),
    shareFigure('no meaningful difference', observed, says('no-meaningful-difference')),
    shareFigure('inconclusive', observed, says('inconclusive')),
    shareFigure('too little data', observed, says('too-little-data')),
    shareFigure('words only', observed, says('none')),
    coverage(observed, truth, wanted.coverage),
    ...(due.length === 0
      ? []
      : [
          shareFigure('sentence of F5 due', observed, (one) => due.includes(one)),
          shareFigure('sentence of F5 comes when due', due, ({ gates }) => gates.includes('F5'), {
            low: 100,
            high: 100,
          }),
        ]),
    shareFigure('told in the words of a draw (grade A)', observed, ({ grade }) => grade === 'A', {
      low: 0,
      high: 0,
    }),
  ];
}
