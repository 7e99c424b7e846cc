import { type Day, MISSING_DAY } from './day.ts';
import type { Range } from '../finding.ts';
import { firstRowOf } from './order.ts';
import type { Population } from './population.ts';
import type { ScoreRows } from './rows.ts';
import type { Study } from './study.ts';

/** One scale at one wave for a population: value and day per position. */
export interface ScoreColumn {
  readonly scale: string;
  readonly wave: string;
  /** NaN when not known. */
  readonly value: Float64Array;
  readonly day: Int32Array;
  readonly ends: Range | null;
  readonly answered: number;
  /** 1 for people with a row at the wave, also an empty one: they were asked. */
  readonly asked: Uint8Array;
  /** Instruments with their versions that the known scores come from, sorted; rows that name none are left out. */
  readonly instruments: readonly string[];
}

/**
 * The scores of a population on a scale at a wave, up to the cut-off: what people say of themselves, or, of a scale that is never about
 * oneself, the mean of what they say of others. Later rows of the same person, wave and other repeat earlier ones.
 */
export function scoreColumn(study: Study, population: Population, scale: string, wave: string): ScoreColumn {
  const { scores } = study;
  const value = new Float64Array(population.n).fill(Number.NaN);
  const day = new Int32Array(population.n).fill(MISSING_DAY);
  let low = Number.NaN;
  let high = Number.NaN;
  let answered = 0;
  const asked = new Uint8Array(population.n);
  const positions = positionsOf(population, study);
  const instruments = new Set<string>();
  const aboutSelf = isAboutSelf(scores, scale);
  const others = new Int32Array(aboutSelf ? 0 : population.n);
  for (let s = 0; s < scores.count; s++) {
    if (scores.scale[s] !== scale || (aboutSelf && !isOwn(scores, s))) continue;
    if (!Number.isNaN(scores.low[s]!))
      low = Number.isNaN(low) ? scores.low[s]! : Math.min(low, scores.low[s]!);
    if (!Number.isNaN(scores.high[s]!))
      high = Number.isNaN(high) ? scores.high[s]! : Math.max(high, scores.high[s]!);
    if (scores.wave[s] !== wave || (scores.day[s] !== MISSING_DAY && scores.day[s]! > study.cutoff)) continue;
    const row = firstRowOf(study.people.person, scores.person[s]!);
    for (let r = row; r >= 0 && r < study.people.count; r++) {
      if (study.people.person[r] !== scores.person[s]) break;
      const position = positions[r]!;
      if (position < 0) continue;
      const later = population.followed.laterEnrolment[position]!;
      if (later !== MISSING_DAY && scores.day[s]! >= later) continue;
      asked[position] = 1;
      if (Number.isNaN(scores.score[s]!)) continue;
      if (scores.instrument[s] !== '')
        instruments.add(`${scores.instrument[s]!} ${scores.version[s]!}`.trim());
      if (Number.isNaN(value[position]!)) answered++;
      if (aboutSelf || others[position] === 0) value[position] = scores.score[s]!;
      else value[position]! += (scores.score[s]! - value[position]!) / (others[position]! + 1);
      if (!aboutSelf) others[position]!++;
      day[position] = scores.day[s]!;
    }
  }
  return {
    scale,
    wave,
    value,
    day,
    ends: Number.isNaN(low) || Number.isNaN(high) ? null : [low, high],
    answered,
    asked,
    instruments: [...instruments].sort(),
  };
}

/** Whether anybody answers a scale about oneself; then answers about others are not one's own score. */
function isAboutSelf(scores: ScoreRows, scale: string): boolean {
  for (let s = 0; s < scores.count; s++) if (scores.scale[s] === scale && isOwn(scores, s)) return true;
  return false;
}

function isOwn(scores: ScoreRows, s: number): boolean {
  return scores.about[s] === '' || scores.about[s] === scores.person[s];
}

/** The waves of a scale in the order of their median days, `before` first. */
export function wavesOf(study: Study, scale: string): string[] {
  const days = new Map<string, number[]>();
  for (let s = 0; s < study.scores.count; s++) {
    if (study.scores.scale[s] !== scale) continue;
    const wave = study.scores.wave[s]!;
    const list = days.get(wave) ?? [];
    list.push(study.scores.day[s]!);
    days.set(wave, list);
  }
  return [...days.entries()]
    .map(([wave, list]) => ({ wave, day: medianDay(list) }))
    .sort((a, b) => a.day - b.day || (a.wave < b.wave ? -1 : 1))
    .map(({ wave }) => wave);
}

/** The middle day of a list (the lower of two middles); the list must not be empty. */
export function medianDay(days: readonly Day[]): Day {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

const positionCache = new WeakMap<Population, Int32Array>();

function positionsOf(population: Population, study: Study): Int32Array {
  let positions = positionCache.get(population);
  if (!positions) {
    positions = new Int32Array(study.people.count).fill(-1);
    for (let i = 0; i < population.n; i++) positions[population.rows[i]!] = i;
    positionCache.set(population, positions);
  }
  return positions;
}
