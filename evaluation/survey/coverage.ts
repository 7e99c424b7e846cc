import type { Prepared } from '../designs/prepared.ts';
import type { Finding } from '../finding.ts';
import { measureOf } from '../measures/registry.ts';
import type { Plan } from '../plan/plan.ts';
import type { RosterRows } from '../study/program-rows.ts';
import { scoreColumn, wavesOf } from '../study/score-column.ts';
import type { Study } from '../study/study.ts';
import { wavesInOrder } from '../study/waves.ts';

/** Who was asked, who answered and who is counted, wave by wave: the data of figure P15. */
export interface Coverage {
  /** The outcome whose scale was asked; null for the roster file, which speaks of whole rounds. */
  readonly outcome: string | null;
  readonly label: string | null;
  readonly rows: readonly CoverageRow[];
  /** Groups that the plan names and that answered much less or more often than all at the wave of the outcome. */
  readonly apart: readonly GroupApart[];
}

/** One wave of one group of people; each number is part of the one before. */
export interface CoverageRow {
  readonly wave: string;
  readonly who: 'participants' | 'comparison' | 'mentees' | 'mentors';
  readonly asked: number;
  readonly answered: number;
  /** Answered and used: among people who are compared, with a value before where there is one. Null where the file does not say. */
  readonly counted: number | null;
}

/** People of one level of a planned dimension. */
export interface GroupApart {
  readonly column: string;
  readonly level: string;
  readonly asked: number;
  readonly answered: number;
  /** Less or more often than all. */
  readonly than: 'less' | 'more';
}

/** A group is named from so many people on, when its share lies so far from the share of all (P15). */
const LEAST_NAMED = 20;
const FAR_APART = 0.15;
const BEFORE = 'before';

/** The coverage of a finding on a scale; undefined for events. */
export function coverageOf(
  study: Study,
  prepared: Prepared,
  finding: Finding,
  plan: Plan,
): Coverage | undefined {
  if (measureOf(finding.outcome).counts !== null) return undefined;
  const { population } = prepared;
  const used = new Uint8Array(population.n);
  for (const position of prepared.positions) used[position] = 1;
  const before = scoreColumn(study, population, finding.outcome, BEFORE);
  const columns = wavesInOrder(wavesOf(study, finding.outcome)).map((wave) =>
    scoreColumn(study, population, finding.outcome, wave),
  );
  const rows = columns.flatMap((column) =>
    ([1, 0] as const).flatMap((arm): CoverageRow[] => {
      const row = { asked: 0, answered: 0, counted: 0 };
      const named = column.asked.some((asked, i) => asked === 1 && Number.isNaN(column.value[i]!));
      for (let i = 0; i < population.n; i++) {
        if (population.treated[i] !== arm) continue;
        // A file with empty answers says itself who was asked.
        if (named && column.asked[i] === 0) continue;
        row.asked++;
        if (Number.isNaN(column.value[i]!)) continue;
        row.answered++;
        if (used[i] === 1 && (before.answered === 0 || !Number.isNaN(before.value[i]!))) row.counted++;
      }
      const who = arm === 1 ? 'participants' : 'comparison';
      return row.asked === 0 ? [] : [{ wave: column.wave, who, ...row }];
    }),
  );
  const at = columns.find(({ wave }) => wave === finding.wave) ?? columns.at(-1);
  return {
    outcome: finding.outcome,
    label: finding.label,
    rows,
    apart: at ? groupsApart(study, prepared, at.value, plan) : [],
  };
}

/** The coverage of the rounds that the roster file lists. */
export function rosterCoverage(roster: RosterRows): Coverage {
  const rows = wavesInOrder(roster.wave).flatMap((wave) =>
    ([0, 1] as const).flatMap((role): CoverageRow[] => {
      const row = { asked: 0, answered: 0 };
      for (let i = 0; i < roster.count; i++) {
        if (roster.wave[i] !== wave || roster.role[i] !== role) continue;
        row.asked += roster.asked[i]!;
        row.answered += roster.answered[i]!;
      }
      return row.asked === 0
        ? []
        : [{ wave, who: role === 0 ? 'mentees' : 'mentors', ...row, counted: null }];
    }),
  );
  return { outcome: null, label: null, rows, apart: [] };
}

/** Levels of the plan's dimensions whose share of answers lies far from that of everybody. */
function groupsApart(study: Study, { population }: Prepared, value: Float64Array, plan: Plan): GroupApart[] {
  const overall = value.reduce((sum, x) => sum + (Number.isNaN(x) ? 0 : 1), 0) / Math.max(1, population.n);
  return (plan.dimensions ?? []).flatMap((column) => {
    const covariate = study.people.covariates.get(column);
    if (covariate?.kind !== 'category') return [];
    return covariate.levels.flatMap((level, code): GroupApart[] => {
      const group = { asked: 0, answered: 0 };
      for (let i = 0; i < population.n; i++) {
        if (covariate.codes[population.rows[i]!] !== code + 1) continue;
        group.asked++;
        if (!Number.isNaN(value[i]!)) group.answered++;
      }
      const share = group.answered / Math.max(1, group.asked);
      if (group.asked < LEAST_NAMED || Math.abs(share - overall) < FAR_APART) return [];
      return [{ column, level, ...group, than: share < overall ? 'less' : 'more' }];
    });
  });
}
