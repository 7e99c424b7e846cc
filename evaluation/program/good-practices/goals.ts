import { orphans } from '../orphans.ts';
import { type GoodPractice, activity, measured, setting } from './good-practice.ts';

/** What program and pairs aim at. */
export const GOAL_PRACTICES: readonly GoodPractice[] = [
  { id: 'mutual-goals', requirement: 'S11', needs: [activity('goals'), measured('goals-mutual')] },
  {
    id: 'objectives-tied',
    requirement: 'S14',
    needs: [
      setting('purpose.objectives', 'objectives', ({ purpose }) => purpose.objectives.length > 0),
      setting('purpose.kpis', 'orphans', (plan) => {
        const { objectives, kpis } = orphans(plan);
        return plan.purpose.objectives.length > 0 && objectives.length + kpis.length === 0;
      }),
    ],
  },
  {
    id: 'aims-restated',
    requirement: 'S15',
    needs: [activity('restatedAims'), measured('understanding')],
  },
  {
    id: 'clear-goals',
    requirement: 'S16–S20',
    needs: [activity('goals'), activity('goalChecks'), measured('goals-on-track')],
  },
  { id: 'growth-areas', requirement: 'S21', needs: [activity('growthAreas')] },
  { id: 'goals-from-areas', requirement: 'S22', needs: [measured('growth-coverage')] },
];
