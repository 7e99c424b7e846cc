import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownWaveView } from '#evaluation/views/shown-views.ts';

/** Scales that can be followed: at least two waves with a share or words, asked alike. */
export function followedScales({ views }: ShownEvaluation): ShownWaveView[] {
  return views.waves.filter(
    ({ waves, changed }) =>
      changed === null && waves.filter(({ value, words }) => value !== null || words !== null).length >= 2,
  );
}
