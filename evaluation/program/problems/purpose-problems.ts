import { orphans } from '../orphans.ts';
import { GATE_TIMES, type Kpi, type ProgramPlan, type RoleHolder } from '../program-plan.ts';
import { type PlanProblem, advice, obstacle } from './plan-problem.ts';

/** The parts without which a KPI means nothing. */
export const KPI_PARTS = ['name', 'definition', 'formula', 'unit', 'source', 'owner', 'schedule'] as const;

/** Roles that one person may not hold together in one program (trust 4.1). */
const CLASHES = [
  ['box-keeper', 'program-manager'],
  ['box-keeper', 'evaluator'],
  ['integrity-contact', 'program-manager'],
] as const;

/** What is missing or wrong in step 1. */
export function purposeProblems(plan: ProgramPlan): PlanProblem[] {
  const { program, from, to, objectives, kpis, gates, holders } = plan.purpose;
  return [
    ...(program.trim() === '' ? [obstacle('purpose', 'program', 'program-missing')] : []),
    ...(from === undefined ? [obstacle('purpose', 'from', 'from-missing')] : []),
    ...(to === undefined ? [obstacle('purpose', 'to', 'to-missing')] : []),
    ...(from !== undefined && to !== undefined && to <= from
      ? [obstacle('purpose', 'to', 'to-before-from', { from, to })]
      : []),
    ...(objectives.length === 0 ? [obstacle('purpose', 'objectives', 'objectives-none')] : []),
    ...kpis.flatMap(kpiProblems),
    ...orphanAdvice(plan),
    ...GATE_TIMES.filter((at) => !gates.some((gate) => gate.at === at)).map((at) =>
      advice('purpose', 'gates', 'gate-none', { at }),
    ),
    ...clashes(holders),
    ...(holders.some(({ role }) => role === 'integrity-contact')
      ? []
      : [advice('purpose', 'holders', 'holder-none', { role: 'integrity-contact' })]),
  ];
}

function kpiProblems(kpi: Kpi, i: number): PlanProblem[] {
  const lacking = KPI_PARTS.filter((part) => kpi[part].trim() === '');
  return [
    ...lacking.map((part) =>
      obstacle('purpose', `kpis.${i}.${part}`, 'kpi-lacks', { kpi: kpi.name || kpi.id, part }),
    ),
    ...(kpi.target === undefined || kpi.baseline === undefined
      ? [advice('purpose', `kpis.${i}.target`, 'kpi-no-target', { kpi: kpi.name || kpi.id })]
      : []),
  ];
}

function orphanAdvice(plan: ProgramPlan): PlanProblem[] {
  const { objectives, kpis } = plan.purpose;
  const found = orphans(plan);
  return [
    ...found.objectives.map((id) => {
      const i = objectives.findIndex((objective) => objective.id === id);
      return advice('purpose', `objectives.${i}.kpis`, 'objective-orphan', {
        objective: objectives[i]!.words,
      });
    }),
    ...found.kpis.map((id) => {
      const i = kpis.findIndex((kpi) => kpi.id === id);
      return advice('purpose', `kpis.${i}`, 'kpi-orphan', { kpi: kpis[i]!.name });
    }),
  ];
}

function clashes(holders: readonly RoleHolder[]): PlanProblem[] {
  return CLASHES.flatMap(([one, other]) =>
    holders.flatMap(({ role, name }, i) => {
      if (role !== one) return [];
      const same = holders.some((held) => held.role === other && sameName(held.name, name));
      return same ? [obstacle('purpose', `holders.${i}`, 'roles-clash', { name, one, other })] : [];
    }),
  );
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase() && a.trim() !== '';
}
