import { orphans } from '#evaluation/program/orphans.ts';
import type { Kpi, ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { Block, Section } from '../../document.ts';
import { decimalsOf, plainNumber } from '../../figures/amounts.ts';
import { gateText, roleText } from '../../program/field-text.ts';
import { practiceRows } from '../../program/practice-rows.ts';
import { problemText } from '../../program/problem-text.ts';
import { wordOr } from '../../program/program-word.ts';
import { purposeProblems } from '#evaluation/program/problems/purpose-problems.ts';
import { successProblems } from '#evaluation/program/problems/success-problems.ts';
import { listed } from '../../text/listed.ts';
import { text } from '../../text/text.ts';
import { factsOf, planTable } from './facts-of.ts';

/** Step 1 in print: what for, who, objectives with their KPIs, good practices, ethics gates. */
export function purposeSection(plan: ProgramPlan): Section {
  const { why, holders, gates } = plan.purpose;
  return {
    id: 'purpose',
    title: text('plandoc.purpose'),
    blocks: [
      ...(why === '' ? [] : [{ kind: 'paragraph', text: why } as const]),
      factsOf(plan, ['purpose.from', 'purpose.to', 'purpose.cohorts']),
      ...planTable(
        'holders',
        'plandoc.holders',
        ['role', 'name'],
        holders.map(({ role, name }) => [roleText(role), name]),
      ),
      ...objectiveBlocks(plan),
      ...kpiTables(plan.purpose.kpis),
      ...(gates.length === 0
        ? []
        : ([
            { kind: 'heading', text: text('plandoc.gates') },
            { kind: 'list', items: gates.map(({ at, gate }) => gateText(gate, at)) },
          ] as const)),
    ],
  };
}

/** Good practices, on and off. */
export function practicesSection(plan: ProgramPlan): Section {
  return {
    id: 'good-practices',
    title: text('plandoc.practices'),
    blocks: planTable(
      'practices',
      'plandoc.practices',
      ['requirement', 'practice', 'state', 'missing'],
      practiceRows(plan).map(({ requirement, name, stateName, missing }) => [
        requirement,
        name,
        stateName,
        missing.map(({ sentence }) => sentence).join(' '),
      ]),
    ),
  };
}

function objectiveBlocks(plan: ProgramPlan): Block[] {
  const { objectives, kpis } = plan.purpose;
  const kpiName = (id: string): string => kpis.find((kpi) => kpi.id === id)?.name ?? id;
  const measureName = (id: string): string => wordOr(`measure.${id}.name`, id);
  const names = (ids: readonly string[], name: (id: string) => string): string => listed(ids.map(name));
  const { objectives: lone, kpis: loneKpis, measures } = orphans(plan);
  const hanging = [...purposeProblems(plan), ...successProblems(plan)].filter(({ key }) =>
    key.endsWith('-orphan'),
  );
  return [
    ...planTable(
      'objectives',
      'plandoc.objectives',
      ['objective', 'kpis', 'measures'],
      objectives.map((objective) => [
        objective.words,
        names(objective.kpis, kpiName),
        names(objective.measures, measureName),
      ]),
    ),
    ...(lone.length + loneKpis.length + measures.length === 0 && objectives.length > 0
      ? [{ kind: 'paragraph', text: text('plandoc.orphans.none') } as const]
      : []),
    ...(hanging.length === 0
      ? []
      : ([
          { kind: 'heading', text: text('plandoc.orphans') },
          { kind: 'list', items: hanging.map(problemText) },
        ] as const)),
  ];
}

function kpiTables(kpis: readonly Kpi[]): Block[] {
  const number = (value: number | undefined): string =>
    value === undefined ? text('plan-value.not-said') : plainNumber(value, decimalsOf([value]));
  return [
    ...planTable(
      'kpis-what',
      'plandoc.kpis.what',
      ['kpi', 'definition', 'formula', 'unit'],
      kpis.map(({ name, definition, formula, unit }) => [name, definition, formula, unit]),
    ),
    ...planTable(
      'kpis-who',
      'plandoc.kpis.who',
      ['kpi', 'source', 'owner', 'schedule', 'baseline', 'target'],
      kpis.map(({ name, source, owner, schedule, baseline, target }) => [
        name,
        source,
        owner,
        schedule,
        number(baseline),
        number(target),
      ]),
    ),
  ];
}
