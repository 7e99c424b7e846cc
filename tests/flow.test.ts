import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { takeIn } from '#intake/take-in.ts';
import { textFile } from './text-file.ts';

const AFTER_EVERY_LOOK = 30_000;
const FOLDERS = ['examples', 'tests/data'].flatMap((room) =>
  readdirSync(room)
    .map((name) => join(room, name))
    .filter((folder) => existsSync(join(folder, 'plan.json'))),
);

/** Everybody on file is either compared or left out for a reason that is counted, in each arm. */
async function expectNobodyLost(files: Parameters<typeof takeIn>[0], plan: Plan): Promise<void> {
  const { rows } = await takeIn(files);
  const evaluated = evaluate(rows, plan, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(plan) });
  if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
  const { flow, leftOut } = evaluated.evaluation.study;
  const step = (name: string) => flow.find((one) => one.step === name)!;
  for (const arm of ['participants', 'comparison'] as const) {
    const gone = leftOut.reduce((sum, one) => sum + one[arm], 0);
    expect(step('compared')[arm] + gone, arm).toBe(step('on-file')[arm]);
  }
  for (const one of leftOut) expect(one.participants + one.comparison).toBe(one.n);
}

test.each(FOLDERS)('nobody is lost on the way in %s', async (folder) => {
  const file = (name: string) => {
    const path = join(folder, `${name}.csv`);
    return existsSync(path) ? { name: `${name}.csv`, bytes: readFileSync(path) } : undefined;
  };
  const [people, events, scores] = [file('people')!, file('events'), file('scores')];
  const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;
  await expectNobodyLost({ people, ...(events && { events }), ...(scores && { scores }) }, plan);
});

test.each(['matched', 'before-after', 'opinions'] as const)(
  'mentors beside mentees, and comparison people, are counted in %s',
  async (design) => {
    const row = (i: number) =>
      `P${i},${i < 40 ? 'participant' : 'comparison'},${i < 40 ? '2025-01-06' : ''},${i % 3 === 0 ? 'mentor' : 'mentee'},${(i * 7) % 11}`;
    const people = textFile(
      'people.csv',
      ['person,arm,index,role,tenure', ...Array.from({ length: 130 }, (_, i) => row(i))].join('\n'),
    );
    const answers = Array.from({ length: 130 }, (_, i) => `P${i},after,2025-12-01,joy,${1 + (i % 5)},1,5`);
    const scores = textFile('scores.csv', ['person,wave,date,scale,score,low,high', ...answers].join('\n'));
    await expectNobodyLost(
      { people, scores },
      {
        plan: 1,
        design,
        cutoff: '2026-01-31',
        look: '2026-01-31',
        covariates: ['tenure'],
        primary: { outcome: 'joy', better: 'higher', matters: 0.2 },
      },
    );
  },
);
