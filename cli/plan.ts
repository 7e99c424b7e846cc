import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalPlan, planFingerprint } from '#evaluation/plan/fingerprint.ts';
import { ANSWERED, Stop, WRONG_USAGE } from './exit.ts';
import { optionsOf } from './options.ts';
import { readStudy } from './read-study.ts';
import { refuse } from './refuse.ts';

/** `plumbline plan new DIR` writes a draft drawn from the data; `plumbline plan check DIR` checks a plan and gives its fingerprint. */
export async function planCommand([verb, ...args]: readonly string[]): Promise<number> {
  if (verb !== 'new' && verb !== 'check')
    throw new Stop(WRONG_USAGE, 'Say plumbline plan new DIR or plumbline plan check DIR.');
  const { folder, values } = optionsOf(args, `plan ${verb}`);
  const path = values.plan ?? join(folder, 'plan.json');
  const there = existsSync(path);
  if (verb === 'new' && there)
    throw new Stop(
      WRONG_USAGE,
      `${path} is already there. Move it away first, or check it with plumbline plan check ${folder}.`,
    );
  if (verb === 'check' && !there)
    throw new Stop(WRONG_USAGE, `There is no ${path}. Write one with plumbline plan new ${folder}.`);
  const study = await readStudy(folder, values);
  if (study.kind === 'problems') return refuse(values.out, study.problems, study.tables);
  if (verb === 'new') {
    writeFileSync(path, `${JSON.stringify(study.plan, null, 2)}\n`);
    process.stdout.write(
      `${path}: a draft drawn from the data. Read it, change it, and lock it before anybody sees results.\n`,
    );
  }
  process.stdout.write(`Fingerprint ${planFingerprint(study.plan)}\n`);
  if (values.json) process.stdout.write(`${canonicalPlan(study.plan)}\n`);
  return ANSWERED;
}
