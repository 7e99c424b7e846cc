import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Expects, Plan } from '#evaluation/plan/plan.ts';
import { dataExpects } from '#evaluation/planning/data-expects.ts';
import { type Foreseen, foreseen } from '#evaluation/planning/foreseen.ts';
import { readPlan } from '#intake/read-plan.ts';
import { takeIn } from '#intake/take-in.ts';
import { reportFiles } from '#report/formats/registry.ts';
import { wrapped } from '#report/formats/terminal.ts';
import { detectSentence } from '#report/planning/detect-words.ts';
import { powerJson } from '#report/planning/power-json.ts';
import { powerReport, unforeseenText } from '#report/planning/power-report.ts';
import { text } from '#report/text/text.ts';
import { ANSWERED, FILE_MISSING, Stop, WRONG_USAGE } from './exit.ts';
import { paperOf } from './options.ts';
import { type PowerOptions, askedExpects, plannedByOptions, powerOptions } from './power-options.ts';
import { refuse } from './refuse.ts';
import { studyFiles } from './study-files.ts';

/** `plumbline power`: what a planned comparison could see, from options, or from a folder with a plan. */
export async function powerCommand(args: readonly string[]): Promise<number> {
  const { folder, values } = powerOptions(args);
  const known = folder === undefined ? undefined : await fromFolder(folder, values);
  if (typeof known === 'number') return known;
  const plan = known?.plan ?? plannedByOptions(values);
  if (plan.design === 'before-after' || plan.design === 'opinions')
    throw new Stop(
      WRONG_USAGE,
      `The design \`${plan.design}\` compares nobody, so it has no difference to see.`,
    );
  const asked = askedExpects(values, plan.primary.outcome);
  const seen = foreseen(plan, { asked, plan: plan.expects ?? {}, data: known?.data ?? {} });
  if ('lacks' in seen) {
    throw new Stop(
      WRONG_USAGE,
      `Nobody says how many ${seen.lacks === 'comparison' ? 'comparison people' : 'participants'} there will be. Add --${seen.lacks} N, or \`expects\` to the plan.`,
    );
  }
  process.stdout.write(values.json ? powerJson(seen) : spoken(seen));
  if (values.out !== undefined) await write(seen, known ? planFingerprint(plan) : null, values.out, values);
  return ANSWERED;
}

interface Known {
  readonly plan: Plan;
  readonly data: Expects;
}

/** The plan of a folder, and what its files say so far; the files may still be missing. */
async function fromFolder(folder: string, values: PowerOptions): Promise<Known | number> {
  const path = values.plan ?? join(folder, 'plan.json');
  if (!existsSync(path)) {
    throw new Stop(
      FILE_MISSING,
      `There is no ${path}. Write one with plumbline plan new ${folder}, or name the numbers as options.`,
    );
  }
  const read = readPlan({ name: 'plan.json', bytes: readFileSync(path) });
  if ('problems' in read) return refuse(values.out ?? 'plumbline-report', read.problems, []);
  const there = ['people.csv', 'people.xlsx', 'people.parquet'].some((name) =>
    existsSync(join(folder, name)),
  );
  if (!there) return { plan: read.plan, data: {} };
  const { people, scores } = studyFiles(folder, {});
  const { rows, problems, tables } = await takeIn({ people, ...(scores && { scores }) });
  if (problems.length > 0) return refuse(values.out ?? 'plumbline-report', problems, tables);
  return { plan: read.plan, data: dataExpects(rows) };
}

function spoken({ outcomes, unforeseen }: Foreseen): string {
  const lines = [...outcomes.map(detectSentence), ...unforeseen.map(unforeseenText)];
  return `${lines.map((line) => wrapped(line, '')).join('\n\n')}\n`;
}

async function write(
  seen: Foreseen,
  fingerprint: string | null,
  out: string,
  values: PowerOptions,
): Promise<void> {
  const files = [
    ...(await reportFiles(powerReport(seen, fingerprint), 'power', paperOf(values))),
    ['power.json', powerJson(seen)] as const,
  ];
  mkdirSync(join(out, 'figures'), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(out, name), content);
  if (!values.json)
    process.stdout.write(`\n${text('power.terminal.report', { path: join(out, 'power.html') })}\n`);
}
