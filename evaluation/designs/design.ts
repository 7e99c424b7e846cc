import type { Grade } from '../finding.ts';
import type { DesignId, Plan } from '../plan/plan.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import type { Prepared } from './prepared.ts';

/** What a design may say: the verbs its sentences are built with. */
export type PermittedVerbs = 'led-to' | 'ended-than-similar' | 'rose-more-than' | 'rose-or-fell' | 'said';

/** A way to compare, or not to. One value per design; the registry is the only place that lists them. */
export type Design = ComparingDesign | DescribingDesign;

interface DesignFacts {
  readonly id: DesignId;
  readonly grade: Grade;
  readonly verbs: PermittedVerbs;
  /** What the figure estimates; a text of the catalogue. */
  readonly estimand: string;
  /** What a study must hold for it. */
  readonly needs: { readonly comparison: boolean; readonly covariates: boolean };
}

/** Participants against others. `prepare` sees no outcome. */
export interface ComparingDesign extends DesignFacts {
  readonly compares: 'arms';
  prepare(study: Study, population: Population, plan: Plan): Prepared;
}

/** Participants alone: their change, or what they said. No verdict comes from it. */
export interface DescribingDesign extends DesignFacts {
  readonly compares: 'change' | 'opinion';
}

/** A design, checked by the compiler and returned as it is. */
export function defineDesign<D extends Design>(design: D): D {
  return design;
}
