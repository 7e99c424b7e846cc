import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownContrast, ShownFinding } from '#evaluation/shown.ts';
import type { Block, Section, TableBlock } from '../document.ts';
import { counted, decimalsOf, plainNumber, signedNumber } from '../figures/amounts.ts';
import { groupNames, subgroupSummary, subgroupText } from '../sentences/subgroup-text.ts';
import { text } from '../text/text.ts';

/** Differences between the groups and cohorts that the plan names; absent where it names none. */
export function subgroupSection(shown: ShownEvaluation): Section[] {
  const { contrasts } = shown.subgroups;
  const cohorts = cohortBlocks(shown);
  if (contrasts.length === 0 && cohorts.length === 0) return [];
  return [
    {
      id: 'groups-named-in-the-plan',
      title: text('report.subgroups', {}),
      blocks: [...contrastBlocks(contrasts), ...cohorts],
    },
  ];
}

function contrastBlocks(contrasts: readonly ShownContrast[]): Block[] {
  if (contrasts.length === 0) return [];
  const told = contrasts.filter(({ figures }) => figures !== null);
  return [
    { kind: 'paragraph', text: text('report.subgroups.lead', {}) },
    ...subgroupSummary(contrasts).map((said): Block => ({ kind: 'paragraph', text: said })),
    { kind: 'list', items: contrasts.map(subgroupText) },
    ...(told.length > 0 ? [contrastTable(told)] : []),
  ];
}

const NUMBERS = ['estimate', 'low', 'high'] as const;

function contrastTable(contrasts: readonly ShownContrast[]): TableBlock {
  return {
    kind: 'table',
    id: 'table-groups-named-in-the-plan',
    caption: text('table.subgroups', {}),
    columns: [
      { key: 'outcome', label: text('figures.column.outcome', {}), align: 'start' },
      { key: 'groups', label: text('table.subgroups.groups', {}), align: 'start' },
      { key: 'among', label: text('table.subgroups.among', {}), align: 'start' },
      { key: 'unit', label: text('figures.column.unit', {}), align: 'start' },
      ...NUMBERS.map((key) => ({ key, label: text(`figures.column.${key}`, {}), align: 'end' as const })),
      { key: 'n', label: text('table.subgroups.n', {}), align: 'end' },
    ],
    rows: contrasts.map((contrast) => [
      contrast.label,
      text('table.subgroups.groups.value', groupNames(contrast)),
      text('table.subgroups.among.value', { among: contrast.among }),
      text('figures.unit', { kind: contrast.kind, unit: contrast.unit }),
      ...amounts(contrast, contrast.figures!.estimate, contrast.figures!.range),
      contrast.cells.map(({ n }) => plainNumber(n, 0)).join(' · '),
    ]),
    note: null,
  };
}

function amounts(
  of: Pick<ShownFinding, 'kind' | 'unit'>,
  estimate: number,
  range: readonly [number, number] | null,
): string[] {
  const values = [estimate, ...(range ?? [])].map((value) => counted(of, value));
  const decimals = decimalsOf(values);
  const ends = range ? values.slice(1).map((value) => plainNumber(value, decimals)) : undefined;
  const blank = text('figures.not-shown', {});
  return [signedNumber(values[0]!, decimals), ...(ends ?? [blank, blank])];
}

function cohortBlocks({ subgroups, findings }: ShownEvaluation): Block[] {
  const heading: Block = { kind: 'heading', text: text('report.cohorts', {}) };
  if (subgroups.cohortsHidden)
    return [heading, { kind: 'paragraph', text: text('report.cohorts.hidden', {}) }];
  const primary = findings.find(({ role }) => role === 'primary');
  const pooled = primary?.shown;
  if (subgroups.cohorts.length === 0 || !primary || pooled?.estimate == null) return [];
  const people = pooled.groups.map(({ n }) => plainNumber(n, 0));
  return [
    heading,
    { kind: 'paragraph', text: text('report.cohorts.lead', {}) },
    {
      kind: 'table',
      id: 'table-cohorts',
      caption: text('table.cohorts', { label: primary.label }),
      columns: [
        { key: 'cohort', label: text('table.cohorts.cohort', {}), align: 'start' },
        { key: 'unit', label: text('figures.column.unit', {}), align: 'start' },
        ...NUMBERS.map((key) => ({ key, label: text(`figures.column.${key}`, {}), align: 'end' as const })),
        { key: 'n-participants', label: text('figures.column.n-participants', {}), align: 'end' },
        { key: 'n-comparison', label: text('figures.column.n-comparison', {}), align: 'end' },
      ],
      rows: [
        {
          cohort: text('table.cohorts.pooled', {}),
          n: people,
          estimate: pooled.estimate,
          range95: pooled.range95,
        },
        ...subgroups.cohorts.map((one) => ({ ...one, n: one.n.map((n) => plainNumber(n, 0)) })),
      ].map(({ cohort, n, estimate, range95 }) => [
        cohort,
        text('figures.unit', { kind: primary.kind, unit: primary.unit }),
        ...amounts(primary, estimate, range95),
        ...n,
      ]),
      note: null,
    },
  ];
}
