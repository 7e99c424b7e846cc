import type { Measure, MeasureUnit, ProgramMeasure } from '#evaluation/measures/measure.ts';
import { MEASURES, PROGRAM_MEASURES } from '#evaluation/measures/registry.ts';
import { WORKED_CONTEXT } from '#evaluation/measures/worked-context.ts';
import { hasText, text } from '#report/text/text.ts';
import { MADE, type Page, markdownTable } from './page.ts';

/** A page per measure and the list of them all, in the order of their numbers. */
export function measurePages(): Page[] {
  const all: readonly (Measure | ProgramMeasure)[] = [...MEASURES, ...PROGRAM_MEASURES].toSorted((a, b) =>
    a.number < b.number ? -1 : a.number > b.number ? 1 : 0,
  );
  return [listOf(all), ...all.map(pageOf)];
}

function listOf(all: readonly (Measure | ProgramMeasure)[]): Page {
  const rows = all.map(({ id, number }) => [
    number,
    `[${words(id, 'name')}](${id}.md)`,
    words(id, 'question'),
    words(id, 'owner'),
    words(id, 'schedule'),
  ]);
  const table = markdownTable(['number', 'measure', 'question', 'owner', 'schedule'], rows);
  const lead =
    'Every measure that a study from files can hold. A measure without definition, formula, unit, source, owner, schedule, caveat and worked example cannot be activated: a check of the repository refuses it.';
  return { path: 'docs/measures/README.md', text: `${MADE}\n\n# Measures\n\n${lead}\n\n${table}\n` };
}

function pageOf(measure: Measure | ProgramMeasure): Page {
  const { id, number, better, sources, reviewed, sensitive } = measure;
  const facts: [string, string][] = [
    ['number', number],
    ['identifier', `\`${id}\``],
    ['unit', unitOf(measure)],
    ['better', better],
    ['formula', words(id, 'formula')],
    ['data', words(id, 'data')],
    ['columns it receives', measure.needs.map((need) => `\`${need}\``).join(', ')],
    ['owner', words(id, 'owner')],
    ['schedule', words(id, 'schedule')],
    ['sensitive', sensitive ? 'yes: small counts are not printed' : 'no'],
    ['reviewed', `${reviewed.on}, again on ${reviewed.again}`],
  ];
  if (measure.serves) facts.push(['serves', measure.serves.join(', ')]);
  const text = [
    MADE,
    `# ${words(id, 'name')}`,
    `**${words(id, 'question')}** ${words(id, 'why')}`,
    markdownTable(['', ''], facts),
    '## Mind',
    words(id, 'caveats'),
    '## Worked example',
    workedOf(measure),
    '## Sources',
    sources.map((source) => `- ${source}`).join('\n'),
  ];
  return { path: `docs/measures/${id}.md`, text: `${text.join('\n\n')}\n` };
}

function unitOf(measure: Measure | ProgramMeasure): string {
  if ('kind' in measure) return measure.kind === 'share' ? 'people in 100' : 'points of the scale';
  const units = new Set(measure.worked.flatMap((worked) => unitsOf(measure, worked)));
  return [...units].join(', ');
}

const UNITS: Readonly<Record<MeasureUnit, string>> = {
  share: 'in 100',
  points: 'points of the scale',
  'per-100-person-years': 'per 100 person-years',
  coefficient: 'coefficient',
  minutes: 'minutes',
  money: 'money',
  count: 'count',
  'share-change': 'in 100, a difference',
};

function unitsOf(measure: ProgramMeasure, worked: ProgramMeasure['worked'][number]): string[] {
  const figures = measure.compute(worked.columns as never, { ...WORKED_CONTEXT, ...worked.context });
  return 'reason' in figures ? [] : figures.map(({ unit }) => UNITS[unit]);
}

function workedOf(measure: Measure | ProgramMeasure): string {
  return measure.worked
    .map((worked) => {
      const { expected } = worked;
      const lines =
        'estimate' in expected
          ? [['', numbers(expected as { estimate: number; range95?: readonly number[] })]]
          : Object.entries(expected as Record<string, { value: number; range95?: readonly number[] }>).map(
              ([key, value]) => [
                words(measure.id, `figure.${key}`),
                numbers({ estimate: value.value, ...(value.range95 && { range95: value.range95 }) }),
              ],
            );
      return `From ${worked.from}:\n\n${markdownTable(['figure', 'value (likely range)'], lines)}`;
    })
    .join('\n\n');
}

function numbers({ estimate, range95 }: { estimate: number; range95?: readonly number[] }): string {
  const value = (x: number): string => String(Number(x.toPrecision(6)));
  return range95 ? `${value(estimate)} (${value(range95[0]!)} to ${value(range95[1]!)})` : value(estimate);
}

function words(id: string, word: string): string {
  const key = `measure.${id}.${word}`;
  if (!hasText(key)) throw new RangeError(`measurePages: the catalogue has no ${key}`);
  return text(key, {});
}
