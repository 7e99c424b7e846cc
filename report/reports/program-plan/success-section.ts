import type { ProgramOutcome, ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { Block, Section } from '../../document.ts';
import { designLadder } from '../../program/design-ladder.ts';
import { mattersText } from '../../program/field-text.ts';
import { measureRows } from '../../program/measure-rows.ts';
import { wordOr } from '../../program/program-word.ts';
import { seeRows } from '../../program/see-rows.ts';
import { text } from '../../text/text.ts';
import { factsOf, fieldsBelow, planTable } from './facts-of.ts';

/** Step 3 in print: outcomes, the decision rule, what is measured. */
export function successSection(plan: ProgramPlan): Section {
  const { primary, also, watchOuts, negativeControl, decision } = plan.success;
  const row = (role: string) => (outcome: ProgramOutcome) => outcomeCells(role, outcome);
  return {
    id: 'success',
    title: text('step.success'),
    blocks: [
      ...planTable(
        'outcomes',
        'plandoc.outcomes.table',
        ['part', 'outcome', 'measure', 'months', 'better', 'matters'],
        [
          ...(primary ? [primary] : []).map(row('see.role.primary')),
          ...also.map(row('see.role.also')),
          ...watchOuts.map(row('see.role.watch-out')),
          ...(negativeControl ? [negativeControl] : []).map(row('see.role.negative-control')),
        ],
      ),
      { kind: 'heading', text: text('plandoc.decision') },
      {
        kind: 'paragraph',
        text: decision === undefined || decision === '' ? text('report.decision.default') : decision,
      },
      ...measureTables(plan),
    ],
  };
}

function outcomeCells(role: string, outcome: ProgramOutcome): string[] {
  return [
    wordOr(role, role),
    outcome.label ?? outcome.outcome,
    wordOr(`measure.${outcome.measure}.name`, outcome.measure),
    outcome.months === undefined ? '' : String(outcome.months),
    wordOr(`plan-value.${outcome.better}`, outcome.better),
    mattersText(outcome),
  ];
}

function measureTables(plan: ProgramPlan): Block[] {
  const rows = measureRows(plan).filter(({ on }) => on !== 'off');
  return [
    ...planTable(
      'measures-what',
      'plandoc.measures.what',
      ['measure', 'definition', 'formula', 'unit'],
      rows.map(({ name, definition, formula, unit }) => [name, definition, formula, unit]),
    ),
    ...planTable(
      'measures-who',
      'plandoc.measures.who',
      ['measure', 'source', 'owner', 'schedule'],
      rows.map(({ name, source, owner, schedule }) => [name, source, owner, schedule]),
    ),
  ];
}

/** Step 4 in print: with whom participants are compared, and the sentence that this allows. */
export function comparisonSection(plan: ProgramPlan): Section {
  const step = designLadder().find(({ design }) => design === plan.comparison.design);
  const { match: _match, ...comparison } = plan.comparison;
  const fields = Object.keys(comparison)
    .filter((key) => key !== 'scope')
    .map((key) => `comparison.${key}`);
  return {
    id: 'comparison',
    title: text('step.comparison'),
    blocks: [
      ...(step
        ? ([
            { kind: 'paragraph', text: text('plandoc.grade', { grade: step.grade, how: step.how }) },
            { kind: 'paragraph', text: text('plandoc.ladder', { sentence: step.allows }) },
          ] as const)
        : []),
      factsOf(plan, [...fields, ...(plan.comparison.match ? fieldsBelow(plan, 'comparison.match') : [])]),
    ],
  };
}

/** Step 5 in print: what could be seen of each outcome, in words and as pictures. */
export function expectedSection(plan: ProgramPlan, source: string): Section {
  const seen = seeRows(plan, source);
  const expected = fieldsBelow(plan, 'expected').filter((field) => field !== 'expected.outcomes');
  const shapes = Object.keys(plan.expected.outcomes).flatMap((name) =>
    fieldsBelow(plan, `expected.outcomes.${name}`),
  );
  return {
    id: 'expected',
    title: text('step.expected'),
    blocks: [
      factsOf(plan, [...expected, ...shapes]),
      ...('rows' in seen
        ? seen.rows.flatMap(({ sentence, figure }): Block[] => [
            { kind: 'paragraph', text: sentence },
            ...(figure ? [figure] : []),
          ])
        : [{ kind: 'paragraph', text: seen.sentence } as const]),
    ],
  };
}
