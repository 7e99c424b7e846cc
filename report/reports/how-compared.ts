import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block, Section } from '../document.ts';
import { dayText } from '../figures/source-line.ts';
import { isoFromDay } from '#evaluation/study/day.ts';
import { noteText } from '../sentences/note-text.ts';
import { text } from '../text/text.ts';
import { listed } from '../text/listed.ts';

type Fact = readonly [label: string, value: string];

/** How the groups were compared: in plain words, in figures, and as methods. */
export function howCompared(shown: ShownEvaluation): Section {
  const remarks = [...shown.warnings, ...shown.notes].map((note) => noteText(note));
  return {
    id: 'how-we-compared',
    title: text('report.how', {}),
    blocks: [
      { kind: 'paragraph', text: text(`how.${designUsed(shown)}`, {}) },
      ...asDrawn(shown),
      ...(compares(shown) ? [{ kind: 'paragraph', text: startText(shown) } as const] : []),
      { kind: 'heading', text: text('report.how.facts', {}) },
      { kind: 'facts', rows: [...designFacts(shown), ...overlapFacts(shown), ...drawFacts(shown)] },
      ...(remarks.length === 0
        ? []
        : ([
            { kind: 'heading', text: text('report.how.remarks', {}) },
            { kind: 'list', items: remarks },
          ] as const)),
      { kind: 'heading', text: text('report.how.methods', {}) },
      ...methods(shown),
    ],
  };
}

/** The planned design, or the one that took over. */
function designUsed(shown: ShownEvaluation) {
  const { design } = shown.plan;
  return design === 'matched' && shown.overlap?.method === 'weighted' ? 'weighted' : design;
}

function compares(shown: ShownEvaluation): boolean {
  return shown.plan.design !== 'opinions' && shown.plan.design !== 'before-after';
}

/** From which day people are followed: that of the draw, or one of their own. */
function startText({ draw }: ShownEvaluation): string {
  return draw === null ? text('how.index', {}) : text('how.index.drawn', {});
}

function designFacts(shown: ShownEvaluation): Fact[] {
  const { plan } = shown;
  const grades = [...new Set(shown.findings.map((finding) => finding.grade))].toSorted();
  const used = [...new Set(shown.findings.map((finding) => finding.method))].toSorted();
  const method = used.map((one) => text('fact.method.value', { method: one }));
  const facts: Fact[] = [
    [text('fact.design', {}), text(`design.${plan.design}`, {})],
    [text('fact.grade', {}), grades.join(', ') || text('figures.none', {})],
    [text('fact.method', {}), listed(method) || text('figures.none', {})],
    [text('fact.cutoff', {}), dayText(plan.cutoff)],
    [text('fact.look', {}), dayText(plan.look)],
  ];
  if (shown.asOf !== null) facts.push([text('fact.as-of', {}), dayText(isoFromDay(shown.asOf))]);
  const names = (columns: readonly string[]) =>
    columns.map((column) => column.replaceAll('_', ' ')).join(', ');
  if (plan.covariates?.length) facts.push([text('fact.covariates', {}), names(plan.covariates)]);
  if (plan.match?.exact?.length) facts.push([text('fact.exact', {}), names(plan.match.exact)]);
  if (plan.match?.ratio)
    facts.push([text('fact.ratio', {}), text('fact.ratio.value', { n: plan.match.ratio })]);
  if (plan.match?.caliper) {
    facts.push([text('fact.caliper', {}), text('fact.caliper.value', { sd: plan.match.caliper })]);
  }
  return facts;
}

function overlapFacts(shown: ShownEvaluation): Fact[] {
  const { overlap } = shown;
  if (overlap === null) return [];
  const weight = (overlap.largestWeightShare * 100).toFixed(1);
  return [
    [
      text('fact.used', {}),
      text('fact.used.value', { used: overlap.participantsUsed, eligible: overlap.participantsEligible }),
    ],
    [text('fact.comparison-used', {}), text('fact.people', { n: overlap.comparisonUsed })],
    [text('fact.kish', {}), text('fact.people', { n: Math.floor(overlap.kish) })],
    [text('fact.largest-weight', {}), text('fact.largest-weight.value', { share: weight })],
  ];
}

function drawFacts(shown: ShownEvaluation): Fact[] {
  const { draw } = shown;
  if (draw === null) return [];
  const people = (n: number) => text('fact.people', { n });
  const took = (yes: number | null, known: number) =>
    yes === null ? text('fact.took-part.none', {}) : text('fact.took-part.value', { took: yes, known });
  const facts: Fact[] = [
    [text('fact.strata', {}), String(draw.strata)],
    [text('fact.strata-left-out', {}), String(draw.strataLeftOut)],
    [text('fact.assigned', {}), people(draw.assigned)],
    [text('fact.others', {}), people(draw.others)],
    [text('fact.took-part', {}), took(draw.tookPartAmongAssigned, draw.knownAmongAssigned)],
    [text('fact.took-part-others', {}), took(draw.tookPartAmongOthers, draw.knownAmongOthers)],
  ];
  if (draw.startedLater > 0) facts.push([text('fact.started-later', {}), people(draw.startedLater)]);
  return facts;
}

/** Who took part as drawn, and who did not: said, and never mended. */
function asDrawn({ draw }: ShownEvaluation): Block[] {
  if (draw === null) return [];
  const words = text('how.took-part', {
    drawn: draw.knownAmongAssigned,
    drawnTook: draw.tookPartAmongAssigned ?? 0,
    drawnKnown: draw.tookPartAmongAssigned === null ? 'no' : 'yes',
    others: draw.knownAmongOthers,
    othersTook: draw.tookPartAmongOthers ?? 0,
    othersKnown: draw.tookPartAmongOthers === null ? 'no' : 'yes',
  });
  return [{ kind: 'paragraph', text: words }];
}

function methods(shown: ShownEvaluation): Block[] {
  const used = designUsed(shown);
  const shares = shown.findings.some((finding) => finding.kind === 'share');
  const events = shown.findings.some((finding) => finding.source === 'hr');
  const keys = [
    ...(compares(shown) ? (['method.estimator', 'method.cr2'] as const) : []),
    ...(used === 'before-after-comparison' ? (['method.change'] as const) : []),
    ...(used === 'before-after' ? (['method.alone'] as const) : []),
    ...(used === 'matched' ? (['method.matching'] as const) : []),
    ...(used === 'weighted' ? (['method.weighting'] as const) : []),
    ...(used === 'lottery' || used === 'waiting-list' ? (['method.lottery'] as const) : []),
    ...(used === 'waiting-list' ? (['method.waiting-list'] as const) : []),
    ...(shares ? (['method.shares'] as const) : []),
    ...(events ? (['method.time'] as const) : []),
    ...(compares(shown) && shown.draw === null ? (['method.seed'] as const) : []),
    ...(compares(shown) ? (['method.verdict'] as const) : []),
    'method.disclosure' as const,
  ];
  return keys.map((key) => ({ kind: 'paragraph', text: text(key, {}) }));
}
