import { expect, test } from 'vitest';
import { cohenKappa } from '#stats/agreement/cohen-kappa.ts';
import { exactAgreement } from '#stats/agreement/exact-agreement.ts';
import { gwetAc1 } from '#stats/agreement/gwet-ac1.ts';
import { intraclassCorrelations } from '#stats/agreement/intraclass-correlation.ts';
import { twoWayTable } from '#stats/agreement/two-way-table.ts';
import { csvTable } from '#intake/csv-table.ts';
import { nothingTold } from '#intake/problem.ts';
import { columnOrEmpty } from '#intake/table.ts';
import { fieldFile } from './field-file.ts';

test('C40: where one answer alone was given, 8 of 8 agree and kappa is not known, with the reason', () => {
  const kept = new Uint8Array(8);
  const table = twoWayTable({ first: kept, second: kept, categories: 3 });
  expect(exactAgreement(table)).toEqual({ kind: 'agreement', agreed: 8, total: 8, share: 1 });
  expect(cohenKappa(table)).toEqual({ kind: 'missing', reason: 'one-answer-only' });
  expect(gwetAc1(table)).toEqual({ kind: 'missing', reason: 'one-answer-only' });
});

test('C41: 45 of 50 agree, kappa is −0.05 and AC1 0.89, because nearly all say yes', () => {
  const file = csvTable(fieldFile('C41-agreement.csv'), [], nothingTold());
  const codes = (heading: string): number[] =>
    columnOrEmpty(file, heading).flatMap((answer, i) =>
      new Array<number>(Number(columnOrEmpty(file, 'pairs')[i])).fill(['yes', 'no'].indexOf(answer)),
    );
  const table = twoWayTable({
    first: codes('mentor_says_met'),
    second: codes('mentee_says_met'),
    categories: 2,
  });
  expect(exactAgreement(table)).toEqual({ kind: 'agreement', agreed: 45, total: 50, share: 0.9 });
  const [kappa, ac1] = [cohenKappa(table), gwetAc1(table)];
  expect(kappa.kind === 'coefficient' && kappa.coefficient.toFixed(2)).toBe('-0.05');
  expect(ac1.kind === 'coefficient' && ac1.coefficient.toFixed(2)).toBe('0.89');
});

test('C42: consistency is 1.00, agreement 0.56 and 0.43, and the gap is −2', () => {
  const file = csvTable(fieldFile('C42-two-views.csv'), [], nothingTold());
  const scores = (heading: string): Float64Array => Float64Array.from(columnOrEmpty(file, heading), Number);
  const found = intraclassCorrelations({ first: scores('mentor'), second: scores('mentee'), level: 0.95 });
  if (found.kind !== 'correlations') throw new RangeError(found.reason);
  expect(found.icc31.estimate.toFixed(2)).toBe('1.00');
  expect(found.icc21.estimate.toFixed(2)).toBe('0.56');
  expect(found.icc11.estimate.toFixed(2)).toBe('0.43');
  expect(found.meanGap).toBe(-2);
  expect(found.icc31.range).toBeNull();
});
