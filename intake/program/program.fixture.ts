import { textFile } from '#tests/text-file.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { type Intake, type IntakeSettings, takeIn } from '../take-in.ts';

const PEOPLE =
  'person,arm,index,mentor\nP1,participant,2026-01-05,\nP2,participant,2026-01-05,\nM1,participant,2026-01-05,\n';
const PAIRS =
  'pair,mentor,mentee,made,planned_end,ended,end_kind,rhythm_days\np1,M1,P1,2026-01-05,2026-12-31,,,14\np2,M1,P2,2026-01-05,2026-12-31,,,14\n';

/** Tables of a program as CSV texts, taken in beside three people and (unless it is given) two pairs. */
export function taken(
  program: Readonly<Record<string, string>>,
  settings: IntakeSettings & { readonly people?: string; readonly plan?: Plan } = {},
): Promise<Intake> {
  const { people = PEOPLE, plan, ...reading } = settings;
  const tables = { pairs: PAIRS, ...program };
  const files = Object.entries(tables).filter(([name, text]) => text !== '' && name !== 'scores');
  return takeIn(
    {
      people: textFile('people.csv', people),
      ...(program['scores'] !== undefined && { scores: textFile('scores.csv', program['scores']) }),
      program: Object.fromEntries(files.map(([name, text]) => [name, textFile(`${name}.csv`, text)])),
      ...(plan && { plan }),
    },
    reading,
  );
}

/** What was told about problems, without the place: line, column and words. */
export function problemsOf({ problems }: Intake): string[] {
  return problems.map(({ problem, cure }) => `${problem} ${cure}`);
}

/** The same of warnings. */
export function warningsOf({ warnings }: Intake): string[] {
  return warnings.map(({ problem, cure }) => `${problem} ${cure}`);
}
