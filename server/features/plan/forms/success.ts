import { z } from 'zod';
import { measureOn } from '#evaluation/program/measure-on.ts';
import { registeredMeasure } from '#evaluation/program/measure-kinds.ts';
import type { ProgramOutcome, ProgramPlan, Success } from '#evaluation/program/program-plan.ts';
import { Problem } from '#server/http/problem.ts';
import { chosen, decimal, line, lines, maybe, oneOf, whole } from '#server/http/texts.ts';
import { programWord } from '#report/program/program-word.ts';
import { isCounted, keyOf, OUTCOME_PARTS, outcomeChoices } from './outcome-choices.ts';
import { said, sentFields, stepForm } from './step-form.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'wrong.id');
/** Names of scales may hold an underscore; they are columns of files. */
const scale = z.string().regex(/^[a-z][a-z0-9_-]{0,60}$/, 'wrong.scale');

const outcome = z.strictObject({
  outcome: maybe(scale),
  part: oneOf(OUTCOME_PARTS),
  who: maybe(oneOf(['mentees', 'mentors'])),
  label: maybe(line(120)),
  better: oneOf(['higher', 'lower']),
  /** In 100 people for what is counted, in points for a scale. */
  matters: maybe(decimal(0.0001, 1000)),
  months: maybe(whole(1, 120)),
});

const schema = z.strictObject({
  ...sentFields,
  measures: chosen(id, 80),
  owners: z.record(id, line(120)).optional().default({}),
  schedules: z.record(id, line(200)).optional().default({}),
  outcomes: z.array(outcome).max(40).optional().default([]),
  decision: maybe(lines(1000)),
});
type Values = z.infer<typeof schema>;
type OutcomeValues = z.infer<typeof outcome>;

/** Step 3: which measures are on, which outcome decides, what must not get worse. */
export const successForm = stepForm({
  step: 'success',
  schema,
  part(values: Values, before: ProgramPlan): Success {
    refuseUnknownMeasures(values.measures);
    const known = new Map(outcomeChoices(before).map((choice) => [keyOf(choice.outcome), choice.outcome]));
    const rows = values.outcomes.flatMap((row, place) => {
      if (row.outcome === undefined || row.part === 'off') return [];
      const named = { ...row, outcome: row.outcome };
      return [{ part: row.part, outcome: outcomeOf(named, known.get(keyOf(keyFacts(named))), place) }];
    });
    const of = (part: OutcomeValues['part']) =>
      rows.filter((row) => row.part === part).map((row) => row.outcome);
    refuseTooMany(of('primary').length, of('also').length, of('negative-control').length);
    const [primary] = of('primary');
    const [negativeControl] = of('negative-control');
    return {
      measures: inOrder(values.measures, before).map((measure) => ({
        ...(before.success.measures.find((on) => on.measure === measure) ?? measureOn(measure, programWord)),
        ...said({ owner: values.owners[measure], schedule: values.schedules[measure] }),
      })),
      ...(primary !== undefined && { primary }),
      also: of('also'),
      watchOuts: of('watch-out'),
      ...(negativeControl !== undefined && { negativeControl }),
      ...(values.decision !== undefined && values.decision !== '' && { decision: values.decision }),
    };
  },
  example: {
    measures: ['honesty', 'rhythm-kept', 'goals-on-track'],
    outcomes: [
      { outcome: 'promotion', part: 'primary', better: 'higher', matters: 5, months: 24 },
      { outcome: 'strain', part: 'watch-out', who: 'mentors', better: 'lower', matters: 0.2 },
    ],
  },
});

/** Measures that were on keep their order; a form lists them by number. */
function inOrder(measures: readonly string[], { success }: ProgramPlan): string[] {
  const before = success.measures
    .map(({ measure }) => measure)
    .filter((measure) => measures.includes(measure));
  return [...before, ...measures.filter((measure) => !before.includes(measure))];
}

function keyFacts({ outcome: name, who }: { outcome: string; who?: 'mentees' | 'mentors' | undefined }) {
  return { outcome: name, ...(who !== undefined && { who }) };
}

function outcomeOf(
  row: OutcomeValues & { outcome: string },
  known: ProgramOutcome | undefined,
  place: number,
): ProgramOutcome {
  const matters =
    row.matters ?? (known === undefined ? undefined : known.matters * (isCounted(known) ? 100 : 1));
  if (matters === undefined) throw wrongField(`outcomes.${place}.matters`, 'wrong.matters-missing');
  if (isCounted({ outcome: row.outcome }) && matters >= 100)
    throw wrongField(`outcomes.${place}.matters`, 'wrong.between|{"least":0,"most":100}');
  return {
    ...(known ?? { measure: 'skill-change', wave: 'after', unit: 'points' }),
    ...said({
      outcome: row.outcome,
      label: row.label ?? known?.label,
      who: row.who,
      months: row.months ?? known?.months,
    }),
    better: row.better,
    matters: isCounted({ outcome: row.outcome }) ? matters / 100 : matters,
  } as ProgramOutcome;
}

function wrongField(field: string, message: string): Problem {
  const [text, values] = message.split('|');
  return new Problem('cannot-be', {
    fields: [
      {
        field,
        text: text!,
        ...(values !== undefined && { values: JSON.parse(values) as Record<string, number> }),
      },
    ],
  });
}

function refuseUnknownMeasures(measures: readonly string[]): void {
  const unknown = measures.find((measure) => registeredMeasure(measure) === undefined);
  if (unknown !== undefined)
    throw new Problem('cannot-be', {
      fields: [{ field: 'measures', text: 'wrong.measure', values: { id: unknown } }],
    });
}

function refuseTooMany(primary: number, also: number, negative: number): void {
  if (primary > 1 || negative > 1) throw wrongField('outcomes', 'wrong.one-only');
  if (also > 5) throw wrongField('outcomes', 'wrong.too-many|{"most":5}');
}
