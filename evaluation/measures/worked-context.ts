import { dayFromIso } from '../study/day.ts';
import type { MeasureContext } from './measure.ts';

/** What a program measure may know when its worked example says nothing else. */
export const WORKED_CONTEXT: MeasureContext = {
  cutoff: dayFromIso('2027-06-30')!,
  reviewEvery: 6,
  seed: 0,
  matters: () => undefined,
  better: () => 'higher',
  who: () => 'mentees',
  subject: () => undefined,
  reliability: () => undefined,
};
