import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aalenJohansen } from '#stats/survival/aalen-johansen.ts';
import { expectClose } from '#tools/expect-close.ts';
import { sourceRows } from './data/source-rows.ts';

const folder = new URL('data/unemployment-spells/', import.meta.url);
const rows = sourceRows(new URL('source/unempdur.csv', folder));
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as {
  units: number[];
  claimed: Record<string, number[]>;
  notClaimed: Record<string, number[]>;
};
const ENDINGS = { fullTime: 'censor1', partTime: 'censor2', kindUnknown: 'censor3' } as const;

/** The share of a group with one ending by a time, the other two endings competing with it. */
function share(claims: string, ending: keyof typeof ENDINGS, horizon: number): number {
  const own = rows.filter(({ ui }) => ui === claims);
  const incidence = aalenJohansen({
    time: Int32Array.from(own, ({ spell }) => Number(spell)),
    event: Uint8Array.from(own, (row) =>
      row[ENDINGS[ending]] === '1' ? 1 : Object.values(ENDINGS).some((name) => row[name] === '1') ? 2 : 0,
    ),
    horizon,
  });
  if (incidence.kind !== 'incidence') throw new Error('followed too short');
  return incidence.estimate;
}

test.each([
  ['yes', 'claimed'],
  ['no', 'notClaimed'],
] as const)(
  'claimed %s: each ending has its share, and with the jobless they add to one',
  (claims, group) => {
    const found = expected[group];
    expected.units.forEach((units, i) => {
      const shares = (Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]).map((ending) => {
        const value = share(claims, ending, units);
        expectClose(value, found[ending]![i]!, 1e-12);
        return value;
      });
      expectClose(
        shares.reduce((sum, value) => sum + value, found['stillJobless']![i]!),
        1,
        1e-12,
      );
      // What comes out when the other endings count as still waiting: always more, here up to 22 in 100.
      expect(found['wrongOneMinusKaplanMeier']![i]!).toBeGreaterThan(shares[0]! + 0.009);
    });
  },
);
