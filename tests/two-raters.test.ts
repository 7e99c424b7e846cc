import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cohenKappa } from '#stats/agreement/cohen-kappa.ts';
import { exactAgreement } from '#stats/agreement/exact-agreement.ts';
import { gwetAc1 } from '#stats/agreement/gwet-ac1.ts';
import { intraclassCorrelations } from '#stats/agreement/intraclass-correlation.ts';
import { twoWayTable } from '#stats/agreement/two-way-table.ts';
import { expectClose } from '#tools/expect-close.ts';
import { sourceRows } from './data/source-rows.ts';

const GRADES = ['Certain', 'Probable', 'Possible', 'Doubtful'];
const folder = new URL('data/two-raters/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<
  string,
  Record<string, number>
>;

/** The grades of each patient of a group, as the two neurologists gave them. */
function grades(group: string): { first: number[]; second: number[] } {
  const patients = sourceRows(new URL('source/ms_patients.csv', folder))
    .filter(({ patients: city }) => city === group)
    .flatMap((row) => new Array<typeof row>(Number(row.count)).fill(row));
  return {
    first: patients.map((row) => GRADES.indexOf(row.rater_new_orleans!)),
    second: patients.map((row) => GRADES.indexOf(row.rater_winnipeg!)),
  };
}

test.each([
  ['Winnipeg', 'winnipeg'],
  ['New Orleans', 'new_orleans'],
])('the neurologists agree on the patients of %s as published', (group, key) => {
  const { first, second } = grades(group);
  const right = expected[key]!;
  const table = twoWayTable({ first, second, categories: GRADES.length });
  const exact = exactAgreement(table);
  expect(exact).toMatchObject({ kind: 'agreement', agreed: right.exact_agreements, total: right.n });
  const [kappa, ac1] = [cohenKappa(table), gwetAc1(table)];
  if (exact.kind !== 'agreement' || kappa.kind !== 'coefficient' || ac1.kind !== 'coefficient') {
    throw new RangeError('there is agreement to measure');
  }
  expectClose(exact.share, right.exact_share!, 1e-11);
  expectClose(kappa.coefficient, right.kappa!, 1e-11);
  expectClose(ac1.coefficient, right.gwet_ac1!, 1e-11);
  const scores = { first: Float64Array.from(first), second: Float64Array.from(second), level: 0.95 };
  const correlations = intraclassCorrelations(scores);
  expect(correlations.kind === 'correlations' && correlations.meanGap).toBeCloseTo(
    right.mean_gap_first_minus_second!,
    11,
  );
});
