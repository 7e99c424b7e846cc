import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { Visitor } from '#server/http/test-visitor.ts';

/** The plan of a program as it is now; the answer also renews the token of the browser. */
export async function planOf(manager: Visitor, program: string): Promise<ProgramPlan> {
  await manager.get(`/p/${program}/plan`);
  const seen = await manager.send('GET', `/p/${program}/plan`);
  if (seen.status !== 200) throw new Error(`planOf: ${seen.status}`);
  return seen.json<{ plan: ProgramPlan }>().plan;
}

/** Makes a program from the default template. */
export async function makeProgram(manager: Visitor, name: string): Promise<string> {
  const sent = { name, template: 'leadership', from: '2027-01-15', to: '' };
  const seen = await manager.post('/programs', sent, '/programs/new');
  const id = /\/p\/([0-9a-f-]{36})\/plan/.exec(seen.to ?? '')?.[1];
  if (id === undefined) throw new Error(`makeProgram: ${seen.status}`);
  return id;
}

/** What a plan of the default template still needs before it can be locked. */
export async function completePlan(manager: Visitor, program: string): Promise<void> {
  const plan = await planOf(manager, program);
  const steps = {
    purpose: { ...plan.purpose, holders: [{ role: 'program-manager', name: 'Priya' }] },
    looks: { cutoff: '2029-01-31', look: '2029-02-15', followUps: [6, 12, 24] },
    expected: {
      participants: 160,
      comparison: 320,
      mentors: 112,
      comparisonMentors: 160,
      answeredInHundred: 85,
      comparisonAnsweredInHundred: 80,
      outcomes: {
        promotion: { inHundred: 15 },
        retention: { inHundred: 90 },
        leadership: { spread: 0.75, correlation: 0.6 },
        strain: { spread: 0.75, correlation: 0.6 },
      },
      keptKnowingly: ['promotion', 'retention', 'strain'],
    },
  };
  for (const [step, value] of Object.entries(steps)) {
    const seen = await manager.send('POST', `/p/${program}/plan/${step}`, value);
    if (seen.status !== 200) throw new Error(`completePlan: ${step}: ${seen.status} ${seen.text}`);
  }
}

/** Asks for the lock; gives the path of the page on which a second person agrees. */
export async function askForLock(manager: Visitor, program: string): Promise<string> {
  const seen = await manager.post(
    `/p/${program}/plan/lock`,
    { word: 'LOCK' },
    `/p/${program}/plan?step=looks`,
  );
  if (seen.status !== 303) throw new Error(`askForLock: ${seen.status} ${seen.text}`);
  return seen.to!;
}
