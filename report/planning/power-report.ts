import type { Expected } from '#evaluation/planning/expectations.ts';
import type { Foreseen, Unforeseen } from '#evaluation/planning/foreseen.ts';
import type { Visibility } from '#evaluation/planning/visibility.ts';
import type { Block, ReportDocument, TableBlock } from '../document.ts';
import { plainNumber, decimalsOf } from '../figures/amounts.ts';
import { PLANNING_FIGURES } from '../figures/registry.ts';
import { checkCode } from '../reports/check-code.ts';
import { type TextKey, text } from '../text/text.ts';
import {
  aboutPeople,
  amountText,
  chanceText,
  detectSentence,
  setText,
  visibleName,
  visibleUnit,
} from './detect-words.ts';

/** What a planned comparison could see, as a report: a sentence and a picture per outcome, and what the numbers rest on. */
export function powerReport(foreseen: Foreseen, fingerprint: string | null): ReportDocument {
  const { plan, people, outcomes } = foreseen;
  const code = fingerprint === null ? text('power.no-code') : checkCode(fingerprint);
  const title = plan.program ? text('power.title', { program: plan.program }) : text('power.title.unnamed');
  const source = text('power.source', { code });
  return {
    language: 'en',
    title,
    subtitle: text('power.subtitle', {
      participants: plainNumber(people.participants.value, 0),
      comparison: plainNumber(people.comparison.value, 0),
    }),
    runningHead: title,
    code,
    summary: [
      { kind: 'lead', text: text('power.lead') },
      ...outcomes.map((visible): Block => ({ kind: 'paragraph', text: detectSentence(visible) })),
      ...foreseen.unforeseen.map((one): Block => ({
        kind: 'notice',
        tone: 'warn',
        text: unforeseenText(one),
      })),
      ...(outcomes.length > 0 ? [overview(outcomes)] : []),
    ],
    sections: [
      {
        id: 'what-would-be-seen',
        title: text('power.outcomes'),
        blocks: outcomes.map((visible) =>
          PLANNING_FIGURES['what-could-we-see'](visible, fileName(visible, outcomes), source),
        ),
      },
      {
        id: 'what-this-rests-on',
        title: text('power.rests'),
        blocks: [{ kind: 'paragraph', text: text('power.rules') }, restsOn(foreseen)],
      },
      {
        id: 'how-it-is-calculated',
        title: text('power.how'),
        blocks: [
          { kind: 'paragraph', text: text('power.method') },
          ...(outcomes.some(({ amongSeveral }) => amongSeveral !== null)
            ? [{ kind: 'paragraph', text: text('power.method.also') } as const]
            : []),
        ],
      },
    ],
  };
}

/** Why nothing is said of an outcome, and what would say it. */
export function unforeseenText({ outcome, lacks }: Unforeseen): string {
  const name = outcome.label ?? outcome.outcome;
  return text(`detect.lacks.${lacks}`, { name, outcome: outcome.outcome });
}

/** A file name of its own for each outcome: its name, with horizon or wave where two share it. */
function fileName({ outcome }: Visibility, all: readonly Visibility[]): string {
  const stem =
    outcome.outcome
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'outcome';
  const alike = all.filter((one) => one.outcome.outcome === outcome.outcome);
  if (alike.length < 2) return stem;
  const place = alike.findIndex((one) => one.outcome === outcome);
  const same = alike.filter((one) => one.outcome.months === outcome.months).length > 1;
  return outcome.months === undefined || same ? `${stem}-${place + 1}` : `${stem}-${outcome.months}`;
}

function overview(outcomes: readonly Visibility[]): TableBlock {
  const columns = ['outcome', 'known', 'detectable', 'matters', 'some', 'clear', 'needed'] as const;
  const two = (pair: readonly [number, number], write: (people: number) => string) =>
    text('power.two-groups', { participants: write(pair[0]), comparison: write(pair[1]) });
  return {
    kind: 'table',
    id: 'table-visible',
    caption: text('power.table'),
    columns: columns.map((key) => ({
      key,
      label: text(`power.column.${key}`),
      align: key === 'outcome' ? 'start' : 'end',
    })),
    rows: outcomes.map((visible) => [
      visibleName(visible),
      two(visible.known, (people) => plainNumber(Math.round(people), 0)),
      visible.detectable === null
        ? text('p16.none')
        : `${amountText(visible, visible.detectable)} ${visibleUnit(visible)}`,
      `${setText(visible, visible.outcome.matters)} ${visibleUnit(visible)}`,
      chanceText(visible.chances[0]!.some),
      visible.chances[1] ? chanceText(visible.chances[1].clear) : text('p16.none'),
      two(visible.needed, aboutPeople),
    ]),
    note: null,
  };
}

function restsOn({ people, outcomes }: Foreseen): TableBlock {
  const row = (key: TextKey, { value, from }: Expected, name = '', scale = 1): string[] => {
    const shown = Number((value * scale).toPrecision(4));
    return [text(key, { name }), plainNumber(shown, decimalsOf([shown])), text(`power.from.${from}`)];
  };
  const columns = ['what', 'value', 'from'] as const;
  return {
    kind: 'table',
    id: 'table-rests',
    caption: text('power.rests.table'),
    columns: columns.map((key) => ({
      key,
      label: text(`power.rests.column.${key}`),
      align: key === 'value' ? 'end' : 'start',
    })),
    rows: [
      row('power.rests.participants', people.participants),
      row('power.rests.comparison', people.comparison),
      row('power.rests.answered', people.answered, '', 100),
      row('power.rests.comparisonAnswered', people.comparisonAnswered, '', 100),
      row('power.rests.menteesPerMentor', people.menteesPerMentor),
      row('power.rests.mentorVariation', people.mentorVariation),
      row('power.rests.mentorCorrelation', people.mentorCorrelation),
      ...outcomes.flatMap((visible) => {
        const { expected } = visible;
        const name = visibleName(visible);
        return expected.kind === 'share'
          ? [row('power.rests.share', expected.share, name, 100)]
          : [
              row('power.rests.spread', expected.spread, name),
              row('power.rests.correlation', expected.correlation, name),
            ];
      }),
    ],
    note: null,
  };
}
