import { programWord } from '#report/program/program-word.ts';

/** The name of a measure, as people read it. */
export function measureName(id: string): string {
  return programWord(`measure.${id}.name`);
}
