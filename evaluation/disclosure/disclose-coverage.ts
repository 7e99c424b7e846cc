import type { Range } from '../finding.ts';
import type { Coverage } from '../survey/coverage.ts';
import type { ShownCoverage, ShownPart } from '../survey/shown-survey.ts';
import { stepped } from './display-table.ts';

/** Answers are counted exactly from so many people asked on; below, in bands (screens, section 3). */
const EXACT_FROM = 50;
const BANDS: readonly Range[] = [
  [0, 0.25],
  [0.25, 0.5],
  [0.5, 0.75],
  [0.75, 0.9],
  [0.9, 1],
];

/** Who was asked, answered and counted, through the door; waves with fewer people asked than the floor are left out. */
export function shownCoverage({ rows, apart, ...facts }: Coverage, need: number): ShownCoverage {
  return {
    ...facts,
    rows: rows
      // The roster says who was asked; of a scale a wave of too few answers looks like one of none.
      .filter(({ asked, answered }) => asked >= need && (facts.outcome === null || answered >= need))
      .map(({ wave, who, asked, answered, counted }) => ({
        wave,
        who,
        asked,
        answered: shownPart(answered, asked, need),
        counted: counted === null ? null : shownPart(counted, asked, need),
      })),
    apart: apart.map(({ column, level, than }) => ({ column, level, than })),
  };
}

/** A part of those asked: exact from 50 asked on, unless fewer than the floor did; else the band in which it lies. */
export function shownPart(count: number, asked: number, need: number): ShownPart {
  if (asked >= EXACT_FROM && count >= need)
    return { kind: 'exact', count, share: stepped(count / asked, 0.01) };
  return { kind: 'band', share: BANDS.findLast(([low]) => count / asked >= low)! };
}
