import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block, ReportDocument, Section } from '../document.ts';
import { type TextKey, hasText, text } from '../text/text.ts';
import { checkCode } from './check-code.ts';
import { documentHead } from './document-head.ts';
import { isRecorded, measureBlocks, measuresOf } from './measure-table.ts';
import { factBlocks } from './packs/fact-blocks.ts';
import type { Pack, PackItem } from './packs/pack.ts';
import { lockNotice } from './summary-page.ts';

/** What the files record, put under the headings of a standard; what they do not hold is "not recorded", never made up. */
export function evidencePack(pack: Pack, shown: ShownEvaluation): ReportDocument {
  const standard = words(pack, 'standard');
  const items = pack.items.map((item) => ({ item, section: sectionOf(pack, item, shown) }));
  const recorded = items.filter(({ item }) => hasEvidence(item, shown)).length;
  const program = shown.plan.program ?? text('pack.program.unnamed', {});
  const title = text('pack.title', { program, standard });
  return {
    ...documentHead(shown, title),
    summary: [
      { kind: 'lead', text: text('pack.lead', { recorded, items: items.length, standard }) },
      ...lockNotice(shown),
      { kind: 'paragraph', text: text('pack.what-it-is', { standard }) },
      { kind: 'heading', text: text('pack.contents', {}) },
      {
        kind: 'facts',
        rows: items.map(({ item, section }) => [
          section.title,
          hasEvidence(item, shown) ? text('pack.recorded', {}) : text('pack.not-recorded', {}),
        ]),
      },
      { kind: 'small', text: text('pack.source', { source: pack.source }) },
      { kind: 'small', text: text('report.check', { code: checkCode(shown.planFingerprint) }) },
    ],
    sections: items.map(({ section }) => section),
  };
}

function sectionOf(pack: Pack, item: PackItem, shown: ShownEvaluation): Section {
  const id = `${pack.id}-${item.key}`;
  const measures = measuresOf(shown, item.measures ?? []);
  const caption = text('pack.table', { title: words(pack, item.key) });
  const table: Block[] = measureBlocks(`table-${id}`, caption, measures);
  return {
    id,
    title: words(pack, item.key),
    blocks: [
      { kind: 'small', text: words(pack, `${item.key}.asks`) },
      ...(item.facts ?? []).flatMap((fact) => factBlocks(fact, shown)),
      ...table,
      ...(hasEvidence(item, shown)
        ? []
        : [{ kind: 'notice', tone: 'info', text: text('pack.not-recorded.item', {}) } as const]),
    ],
  };
}

function hasEvidence(item: PackItem, shown: ShownEvaluation): boolean {
  return (
    (item.facts ?? []).some((fact) => factBlocks(fact, shown).length > 0) ||
    isRecorded(measuresOf(shown, item.measures ?? []))
  );
}

function words(pack: Pack, key: string): string {
  const own = `pack.${pack.id}.${key}`;
  if (!hasText(own)) throw new RangeError(`evidencePack: the catalogue has no ${own}`);
  return text(own as TextKey, {});
}
