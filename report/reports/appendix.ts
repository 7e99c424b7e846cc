import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import packageFile from '../../package.json' with { type: 'json' };
import type { Section, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { checkCode } from './check-code.ts';
import { lockText } from './summary-page.ts';

/** The plan in full, what the columns mean, and what it takes to get the same bytes again. */
export function appendix(shown: ShownEvaluation): Section {
  const { plan } = shown;
  return {
    id: 'appendix',
    title: text('report.appendix', {}),
    blocks: [
      { kind: 'heading', text: text('report.appendix.plan', {}) },
      planTable(shown),
      { kind: 'heading', text: text('report.appendix.dictionary', {}) },
      dictionary(shown),
      { kind: 'heading', text: text('report.appendix.version', {}) },
      {
        kind: 'facts',
        rows: [
          [text('fact.program-version', {}), packageFile.version],
          [text('fact.fingerprint', {}), shown.planFingerprint],
          [text('fact.code', {}), checkCode(shown.planFingerprint)],
          [text('fact.lock', {}), plan.locked ? lockText(plan.locked) : text('fact.lock.none', {})],
          [text('fact.seed', {}), plan.seed === undefined ? text('fact.seed.none', {}) : String(plan.seed)],
        ],
      },
    ],
  };
}

function planTable(shown: ShownEvaluation): TableBlock {
  return {
    kind: 'table',
    id: 'table-plan',
    caption: text('table.plan', {}),
    columns: [
      { key: 'field', label: text('table.plan.field', {}), align: 'start' },
      { key: 'value', label: text('table.plan.value', {}), align: 'start' },
    ],
    rows: fieldsOf('', shown.plan),
    note: null,
  };
}

/** The leaves of a plan with their paths; lists of plain values on one line. */
function fieldsOf(path: string, value: unknown): string[][] {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return [[path, value.join(', ')]];
    return value.flatMap((item, i) => fieldsOf(`${path}[${i + 1}]`, item));
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return fields.flatMap(([key, inner]) => fieldsOf(path === '' ? key : `${path}.${key}`, inner));
  }
  return [[path, String(value)]];
}

function dictionary(shown: ShownEvaluation): TableBlock {
  const events = shown.findings.some((finding) => finding.source === 'hr');
  const scores = shown.findings.some((finding) => finding.source === 'survey');
  const covariates = [...new Set([...(shown.plan.covariates ?? []), ...(shown.plan.match?.exact ?? [])])];
  const rows = [
    ['people', 'person', text('dictionary.person', {})],
    ['people', 'arm', text('dictionary.group', {})],
    ['people', 'index', text('dictionary.index', {})],
    ['people', 'cohort', text('dictionary.cohort', {})],
    ['people', 'role', text('dictionary.role', {})],
    ['people', 'mentor', text('dictionary.mentor', {})],
    ...covariates.map((column) => ['people', column, text('dictionary.covariate', {})]),
    ...(events
      ? [
          ['events', 'date', text('dictionary.event-day', {})],
          ['events', 'kind', text('dictionary.event-kind', {})],
        ]
      : []),
    ...(scores
      ? [
          ['scores', 'wave', text('dictionary.wave', {})],
          ['scores', 'scale', text('dictionary.scale', {})],
          ['scores', 'score', text('dictionary.score', {})],
        ]
      : []),
  ];
  return {
    kind: 'table',
    id: 'table-dictionary',
    caption: text('table.dictionary', {}),
    columns: (['file', 'column', 'meaning'] as const).map((key) => ({
      key,
      label: text(`table.dictionary.${key}`, {}),
      align: 'start' as const,
    })),
    rows,
    note: null,
  };
}
