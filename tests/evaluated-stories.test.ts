import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { studyFiles } from '#cli/study-files.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { takeIn } from '#intake/take-in.ts';
import { expectClose } from '#tools/expect-close.ts';

/** Files to findings for every story, against the second implementation in R that wrote each `expected.json`. */
const STORIES = ['examples', 'tests/data'].flatMap((room) =>
  readdirSync(room)
    .map((name) => join(room, name))
    .filter((folder) => existsSync(join(folder, 'plan.json'))),
);
const AFTER_EVERY_LOOK = 30_000;

describe.each(STORIES)('%s', async (folder) => {
  const { people, events, scores, program } = studyFiles(folder, {});
  const taken = await takeIn({ people, program, ...(events && { events }), ...(scores && { scores }) });
  const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const evaluated = evaluate(taken.rows, plan, {
    asOf: AFTER_EVERY_LOOK,
    fingerprint: planFingerprint(plan),
  });

  test('comes in without a problem', () => {
    expect(taken.problems).toEqual([]);
    expect(evaluated.kind).toBe('evaluation');
  });

  test.each(expected.findings as { outcome: string; months: number; role: string }[])(
    '$role $outcome at $months months',
    (wanted: any) => {
      if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
      const found = evaluated.evaluation.findings.find(
        ({ outcome, months, role }) =>
          outcome === wanted.outcome && months === wanted.months && role === wanted.role,
      )!;
      expect([found.verdict, found.qualifier]).toEqual([wanted.verdict, wanted.qualifier ?? null]);
      expect(found.gates.map(({ id }) => id)).toEqual(wanted.gates ?? []);
      if (!wanted.exact) return;
      const { estimate, standardError, df, range95 } = wanted.exact;
      if (estimate !== undefined) expectClose(found.exact!.estimate!, estimate, 1e-7);
      if (standardError !== undefined) expectClose(found.exact!.standardError!, standardError, 1e-7);
      if (df !== undefined) expectClose(found.exact!.df!, df, 1e-7);
      if (range95) expectClose(found.exact!.range95![0], range95[0], 1e-7);
    },
  );
});
