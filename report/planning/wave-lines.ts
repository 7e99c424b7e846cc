import type { WaveAnswers } from '#evaluation/planning/wave-answers.ts';
import type { Coverage } from '#evaluation/survey/coverage.ts';
import { wavesInOrder } from '#evaluation/study/waves.ts';
import { text } from '../text/text.ts';

/** A line per scale and wave: who answered, of how many, and how many came late; and the waves that a group missed. */
export function waveLines(answers: readonly WaveAnswers[]): string[] {
  const lines: string[] = [];
  let place = '';
  for (const one of answers.toSorted(byScaleAndWave(answers))) {
    const here = `${one.scale}\u0000${one.wave}`;
    if (here !== place) lines.push(text('waves.wave', { scale: one.scale, wave: one.wave }));
    place = here;
    const values = { who: one.who, role: one.role, asked: one.asked, answered: one.answered, late: one.late };
    lines.push(`  ${text(one.answered === 0 ? 'waves.none' : 'waves.line', values)}`);
  }
  return lines;
}

/** A line per round of the roster file and role. */
export function rosterLines({ rows }: Coverage): string[] {
  return rows.map(({ wave, who, asked, answered }) => text('waves.roster', { wave, who, asked, answered }));
}

/** Scales by name, waves in the order in which they come. */
function byScaleAndWave(answers: readonly WaveAnswers[]) {
  const waves = wavesInOrder(answers.map(({ wave }) => wave));
  return (a: WaveAnswers, b: WaveAnswers): number =>
    a.scale === b.scale ? waves.indexOf(a.wave) - waves.indexOf(b.wave) : a.scale < b.scale ? -1 : 1;
}
