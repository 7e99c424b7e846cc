import type { Plan } from '../plan/plan.ts';
import { covariateColumns } from '../study/covariate-columns.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';

/** The columns of the covariates that a plan names, made once for each population. */
export const planCovariates = oncePer((population: Population, study: Study, plan: Plan) =>
  covariateColumns(study, population, plan.covariates ?? []),
);
