import { defineTemplate } from './template.ts';

/** Nothing on: whoever begins here decides everything. */
export const blank = defineTemplate({
  id: 'blank',
  months: 12,
  measures: [],
  also: [],
  watchOuts: [],
  kpis: [],
  objectives: [],
  gates: [],
  rhythm: { offered: ['two-weekly', 'monthly'], usual: 'two-weekly' },
  activities: {
    growthAims: false,
    growthAreas: false,
    goals: false,
    goalChecks: false,
    restatedAims: false,
    checkIns: false,
    feedback: false,
    saidAndDone: false,
    integrityReport: false,
    concerns: false,
  },
  comparison: { covariates: [], cuts: [] },
  expected: {},
  surveys: [],
  followUps: [],
});
