import type { ZodType } from 'zod';
import { z } from 'zod';
import type { ProgramPlan, Step } from '#evaluation/program/program-plan.ts';
import { maybe, whole } from '#server/http/texts.ts';

/** How a step of the plan comes in, by form and by API. */
export interface StepForm<S extends Step, Values> {
  readonly step: S;
  readonly schema: ZodType<Values & Sent>;
  /** The step as it is saved; what the form does not hold stays as it was. */
  readonly part: (values: Values, before: ProgramPlan) => ProgramPlan[S];
  /** Values that are right, for the documentation of the API and the tests of access. */
  readonly example: unknown;
}

/** What every step sends besides its own. */
export interface Sent {
  /** The number of the state that was on the screen. */
  readonly version?: number | undefined;
  /** The button: go on, stay, or add an empty row. */
  readonly after?: string | undefined;
}

/** Fields that every step sends. */
export const sentFields = {
  version: maybe(whole(1, 1_000_000)),
  after: z
    .string()
    .regex(/^[a-z][a-z-]{0,30}$/, 'wrong.choice')
    .optional(),
};

/** A step form with its types drawn from its schema. */
export function stepForm<S extends Step, Values>(form: StepForm<S, Values>): StepForm<S, Values> {
  return form;
}

/** Values without those that were left empty: a plan leaves out what is not said. */
export function said<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
