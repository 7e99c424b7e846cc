import type { Measure, ProgramMeasure } from '../measures/measure.ts';
import { MEASURES, PROGRAM_MEASURES } from '../measures/registry.ts';

/** What a measure speaks of: how people deal with each other, whether they meet, what they aim at, what came of it, how the program runs. */
export const MEASURE_KINDS = ['integrity', 'interaction', 'goal', 'outcome', 'running'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** The requirements of each kind, as the product's own list is parted. */
const KINDS: Readonly<Record<string, MeasureKind>> = {
  ...of('integrity', 'S5', 'S6', 'S7', 'S8', 'S42', 'S45', 'G5'),
  ...of('interaction', 'S2', 'S10', 'S12', 'S13', 'S25', 'S26', 'S27', 'S28', 'S29', 'S30', 'S43', 'G6'),
  ...of('goal', 'S9', 'S11', 'S14', 'S15', 'S16', 'S17', 'S18', 'S19', 'S20', 'S21', 'S22', 'S23', 'S24'),
  ...of('outcome', 'S34', 'S35', 'S36', 'S37', 'S40', 'S41', 'G12'),
};

function of(kind: MeasureKind, ...requirements: readonly string[]): Record<string, MeasureKind> {
  return Object.fromEntries(requirements.map((requirement) => [requirement, kind]));
}

/** A measure of the registry by its id, or undefined when there is none. */
export function registeredMeasure(id: string): Measure | ProgramMeasure | undefined {
  return [...MEASURES, ...PROGRAM_MEASURES].find((measure) => measure.id === id);
}

/** The kind of a measure by the first requirement that it serves; what is compared between people is an outcome. */
export function measureKind(measure: Measure | ProgramMeasure): MeasureKind {
  if ('kind' in measure) return 'outcome';
  return KINDS[measure.serves?.[0] ?? ''] ?? 'running';
}
