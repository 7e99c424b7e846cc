import type { ShownFinding } from '#evaluation/shown.ts';
import type { TableBlock } from '../document.ts';
import { pillOf } from '../sentences/pill.ts';
import { text } from '../text/text.ts';
import { counted, decimalsOf, plainNumber, signedNumber } from './amounts.ts';

const NUMBERS = ['estimate', 'low', 'high', 'matters', 'n-participants', 'n-comparison'] as const;

/** The twin of P01: outcome, role, unit, estimate with its range, what matters, people, verdict. */
export function outcomesTwin(findings: readonly ShownFinding[]): TableBlock {
  const columns = ['outcome', 'role', 'unit', ...NUMBERS, 'verdict'] as const;
  return {
    kind: 'table',
    id: 'table-P01-all-outcomes',
    caption: text('p01.table', {}),
    columns: columns.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: (NUMBERS as readonly string[]).includes(key) ? 'end' : 'start',
    })),
    rows: findings.map(rowOf),
    note: null,
  };
}

function rowOf(finding: ShownFinding): string[] {
  const figures = finding.shown;
  const scaled = (value: number) => counted(finding, value);
  const estimate = figures?.estimate ?? null;
  const range = figures?.range95 ?? null;
  const decimals = decimalsOf([estimate, ...(range ?? [])].filter((value) => value !== null).map(scaled));
  const blank = text('figures.not-shown', {});
  const people = (who: string) => {
    const group = figures?.groups.find((one) => one.who === who);
    return group ? plainNumber(group.n, 0) : blank;
  };
  return [
    finding.label,
    text(`figures.role.${finding.role}`, {}),
    text('figures.unit', { kind: finding.kind, unit: finding.unit }),
    estimate === null ? blank : signedNumber(scaled(estimate), decimals),
    range === null ? blank : plainNumber(scaled(range[0]), decimals),
    range === null ? blank : plainNumber(scaled(range[1]), decimals),
    plainNumber(scaled(finding.matters), decimalsOf([scaled(finding.matters)])),
    people('participants'),
    people('comparison'),
    pillOf(finding)?.word ?? text('figures.no-verdict', {}),
  ];
}
