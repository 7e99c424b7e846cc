import { planTexts } from './plan-texts.ts';

/** The name of a measure, as people read it. */
export function measureName(id: string): string {
  return planTexts(`measure.${id}.name`);
}
