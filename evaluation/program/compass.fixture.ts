import { planFromTemplate } from './plan-from-template.ts';
import type { ProgramPlan } from './program-plan.ts';
import type { Say } from './say.ts';
import { TEMPLATES } from './templates/registry.ts';

/** Compass 2027, planned to its end: 160 people and 320 like them, promotion kept although it would usually be missed. */
export function compass2027(say: Say = (key) => key): ProgramPlan {
  const start = { program: 'Compass 2027', from: '2027-01-11', to: '2028-01-10', cohorts: ['2027'] };
  const begun = planFromTemplate(TEMPLATES[0]!, start, say);
  return {
    ...begun,
    purpose: {
      ...begun.purpose,
      holders: [
        { role: 'program-manager', name: 'Priya Nair' },
        { role: 'evaluator', name: 'Lena Hoffmann' },
        { role: 'integrity-contact', name: 'Ines Duarte' },
      ],
    },
    expected: {
      ...begun.expected,
      participants: 160,
      comparison: 320,
      applicants: 402,
      mentors: 160,
      comparisonMentors: 320,
      keptKnowingly: ['promotion', 'retention'],
    },
    privacy: {
      ...begun.privacy,
      commentReaders: ['Priya Nair', 'Lena Hoffmann'],
      groups: ['location', 'role'],
    },
  };
}
