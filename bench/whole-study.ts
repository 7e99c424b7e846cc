/**
 * The whole promotion study from checked rows to disclosed findings, with the seven other ways to calculate each outcome, at rising sizes. No peer does all of
 * it in one go, so the goals are absolute: a million people in under 10 s and under 2 GB, growing about as fast as people do.
 */
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { studyRows } from './study-rows.ts';

const SIZES = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number);
const AFTER_EVERY_LOOK = 30_000;
const BYTES_PER_GB = 2 ** 30;
const MICROSECONDS = 1_000_000;
const GOAL = { people: 1_000_000, seconds: 10, gigabytes: 2 };

const plan: Plan = {
  plan: 1,
  design: 'matched',
  cutoff: '2026-09-30',
  look: '2026-09-30',
  primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
  watchOuts: [{ outcome: 'retention', months: 24, better: 'higher', matters: 0.04 }],
  match: { exact: ['department'], ratio: 2, caliper: 0.2 },
  covariates: Array.from({ length: 10 }, (_, column) => `x${column}`),
};

console.log(
  '| whole promotion study, seven other ways included | seconds | of the thread | peak GB | participants | compared with | goal at 1 M | ours |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const people of SIZES) {
  const rows = studyRows(people, 20260930);
  const started = performance.now();
  const used = process.threadCpuUsage();
  const evaluated = evaluate(rows, plan, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(plan) });
  if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
  const shown = disclose(evaluated.evaluation);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.threadCpuUsage(used);
  const busy = (user + system) / MICROSECONDS;
  const peak = (process.resourceUsage().maxRSS * 1024) / BYTES_PER_GB;
  const [participants, comparison] = shown.findings[0]!.shown!.groups;
  const met = people < GOAL.people ? '' : seconds < GOAL.seconds && peak < GOAL.gigabytes ? 'met' : 'MISSED';
  const goal = people < GOAL.people ? '' : `< ${GOAL.seconds} s, < ${GOAL.gigabytes} GB`;
  console.log(
    `| ${people} | ${seconds.toFixed(2)} | ${busy.toFixed(2)} | ${peak.toFixed(2)} | ${participants!.n} | ${comparison!.n} | ${goal} | ${met} |`,
  );
}
