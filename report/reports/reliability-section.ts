import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Coefficient, ReliabilityFinding } from '#evaluation/instruments/reliability.ts';
import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import type { Section, TableBlock } from '../document.ts';
import { plainNumber } from '../figures/amounts.ts';
import { waveText } from '../sentences/wave-text.ts';
import { hasText, text } from '../text/text.ts';

const COLUMNS = ['scale', 'about', 'answers', 'alpha', 'omega', 'reading'] as const;
const DECIMALS = 2;

/** How far the items of each scale hang together in these answers. Absent when nobody answered item by item. */
export function reliabilitySection({ survey }: ShownEvaluation): Section[] {
  if (survey.reliability.length === 0) return [];
  const own = survey.reliability.some(({ instrument }) => INSTRUMENTS.some(({ id }) => id === instrument));
  return [
    {
      id: 'scales',
      title: text('reliability.title', {}),
      blocks: [
        { kind: 'lead', text: text('reliability.lead', {}) },
        ...(own ? [{ kind: 'paragraph' as const, text: text('instrument.not-validated', {}) }] : []),
        reliabilityTable(survey.reliability),
      ],
    },
  ];
}

function reliabilityTable(findings: readonly ReliabilityFinding[]): TableBlock {
  return {
    kind: 'table',
    id: 'table-scales',
    caption: text('reliability.table', {}),
    columns: COLUMNS.map((key) => ({
      key,
      label: text(`reliability.column.${key}`, {}),
      align: key === 'answers' || key === 'alpha' || key === 'omega' ? ('end' as const) : ('start' as const),
    })),
    rows: findings.map((finding) => [
      scaleName(finding),
      text(`reliability.about.${finding.about}`, {}),
      text('reliability.answers', { n: finding.n, wave: waveText(finding.wave) }),
      coefficientText(finding.alpha),
      coefficientText(finding.omega),
      reading(finding),
    ]),
    note: text('reliability.note', {}),
  };
}

function scaleName({ instrument, version, scale }: ReliabilityFinding): string {
  const key = `instrument.${instrument}.scale.${scale}`;
  return hasText(key) ? text(key, {}) : text('reliability.scale', { scale, instrument, version });
}

function coefficientText(coefficient: Coefficient): string {
  if (coefficient.kind === 'missing') {
    const { have, need } = coefficient.values;
    return coefficient.reason === 'too-few-people'
      ? text('reliability.too-few', { have: have!, need: need! })
      : text('reliability.none', {});
  }
  const value = plainNumber(coefficient.value, DECIMALS);
  if (coefficient.range95 === null) return value;
  const [low, high] = coefficient.range95;
  return text('reliability.range', {
    value,
    low: plainNumber(low, DECIMALS),
    high: plainNumber(high, DECIMALS),
  });
}

/** What the alpha says in words; a negative one points to an item that nobody turned round. */
function reading({ alpha, flagged }: ReliabilityFinding): string {
  if (alpha.kind === 'missing') return text('reliability.reading.too-few', {});
  if (alpha.value < 0) return text('reliability.reading.negative', {});
  return flagged ? text('reliability.reading.low', {}) : text('reliability.reading.fine', {});
}
