import type { Step } from './step.ts';
import { answerSteps } from './steps/answers.ts';
import { comparisonSteps } from './steps/comparison.ts';
import { countSteps } from './steps/counts.ts';

/** Every timed step. */
export const steps: readonly Step[] = [...comparisonSteps, ...answerSteps, ...countSteps];
