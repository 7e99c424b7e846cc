import type { Step } from '#evaluation/program/program-plan.ts';
import { comparisonForm } from './comparison.ts';
import { expectedForm } from './expected.ts';
import { looksForm } from './looks.ts';
import { privacyForm } from './privacy.ts';
import { purposeForm } from './purpose.ts';
import { rhythmForm } from './rhythm.ts';
import type { StepForm } from './step-form.ts';
import { successForm } from './success.ts';

/** The form of each step. */
// eslint-disable-next-line typescript/no-explicit-any -- forms of different values in one list; each is typed where it is made
export const STEP_FORMS: { readonly [S in Step]: StepForm<S, any> } = {
  purpose: purposeForm,
  rhythm: rhythmForm,
  success: successForm,
  comparison: comparisonForm,
  expected: expectedForm,
  privacy: privacyForm,
  looks: looksForm,
};
