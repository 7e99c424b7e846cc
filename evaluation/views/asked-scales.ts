import type { Range } from '../finding.ts';
import type { PeopleRoster } from '../study/program-columns.ts';
import type { ScoreRows } from '../study/rows.ts';
import { wavesInOrder } from '../study/waves.ts';
import { scaleEnds } from './scale-rows.ts';

/** A scale as one role was asked it: about the other, about oneself, or without saying about whom. */
export interface AskedScale {
  readonly scale: string;
  readonly role: 0 | 1;
  readonly about: 'anything' | 'the-other' | 'oneself';
  readonly ends: Range | null;
  /** Waves with a known score, in the order of the program, and their rows. */
  readonly waves: readonly { readonly wave: string; readonly rows: readonly number[] }[];
}

/**
 * What mentees and mentors were asked, scale by scale, mentees first, in the order of the scales' names. A scale that is asked about
 * the other and about oneself is two.
 */
export function askedScales(scores: ScoreRows, enrolled: PeopleRoster): AskedScale[] {
  const roles = new Map<string, number>();
  for (let i = 0; i < enrolled.count; i++)
    roles.set(enrolled.person[i]!, (roles.get(enrolled.person[i]!) ?? 0) | (enrolled.role[i] === 1 ? 2 : 1));
  const aboutOthers = new Set<string>();
  for (let i = 0; i < scores.count; i++) if (!isOwn(scores, i)) aboutOthers.add(scores.scale[i]!);
  const found = new Map<string, Map<string, number[]>>();
  for (let i = 0; i < scores.count; i++) {
    if (Number.isNaN(scores.score[i]!)) continue;
    const mask = roles.get(scores.person[i]!) ?? 0;
    const scale = scores.scale[i]!;
    const about = !aboutOthers.has(scale) ? 'anything' : isOwn(scores, i) ? 'oneself' : 'the-other';
    for (const role of [0, 1]) {
      if ((mask & (1 << role)) === 0) continue;
      const key = `${role}\u0000${scale}\u0000${about}`;
      const waves = found.get(key) ?? new Map<string, number[]>();
      found.set(key, waves);
      const rows = waves.get(scores.wave[i]!);
      if (rows) rows.push(i);
      else waves.set(scores.wave[i]!, [i]);
    }
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rowsOf]) => {
      const [role, scale, about] = key.split('\u0000') as [string, string, AskedScale['about']];
      return {
        scale,
        role: role === '1' ? 1 : 0,
        about,
        ends: scaleEnds(scores, scale),
        waves: wavesInOrder(rowsOf.keys()).map((wave) => ({ wave, rows: rowsOf.get(wave)! })),
      };
    });
}

function isOwn(scores: ScoreRows, row: number): boolean {
  return scores.about[row] === '' || scores.about[row] === scores.person[row];
}
