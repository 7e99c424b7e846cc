import type { Answered, Instrument, Item } from '#evaluation/instruments/instrument.ts';
import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import { catalogue, hasText, text } from '#report/text/text.ts';
import { MADE, type Page, markdownTable } from './page.ts';

/** A page per instrument with its items, scales, scoring and rights, and the list of them all. */
export function instrumentPages(): Page[] {
  const rows = INSTRUMENTS.map(({ id, version, scales }) => [
    `[${words(id, 'name')}](${id}.md)`,
    `\`${id}\``,
    version,
    scales.map((scale) => `\`${scale.id}\``).join(', '),
  ]);
  const lead =
    'The questionnaires that come with Plumbline, in our own words. A licensed instrument is described in a file of the study, with its rights; its wording stays with its owner.';
  const table = markdownTable(['instrument', 'identifier', 'version', 'scales'], rows);
  return [
    { path: 'docs/instruments/README.md', text: `${MADE}\n\n# Instruments\n\n${lead}\n\n${table}\n` },
    ...INSTRUMENTS.map(pageOf),
  ];
}

function pageOf(instrument: Instrument): Page {
  const { id, version, rights, source, languages } = instrument;
  const parts = [
    MADE,
    `# ${words(id, 'name')}`,
    `**${text('instrument.not-validated', {})}** ${words(id, 'why')}`,
    markdownTable(
      ['', ''],
      [
        ['identifier', `\`${id}\``],
        ['version', version],
        ['asked', instrument.per === 'wave' ? 'once per wave' : 'after each meeting'],
        ['languages', languages.join(', ')],
        ['rights', `${rights.holder}: ${rights.terms}`],
        ['source', source],
      ],
    ),
    '## Forms',
    markdownTable(
      ['form', 'asked of', 'about', 'items'],
      instrument.forms.map((form) => [form.id, form.asks.join(', '), form.about, form.items.join(', ')]),
    ),
    '## Items',
    markdownTable(
      ['item', 'wording', 'answers', 'scored'],
      instrument.items.map((item) => [
        `\`${item.id}\``,
        wordingOf(instrument, item),
        answersOf(item.answered),
        item.reverse ? 'reversed' : '',
      ]),
    ),
    '## Scales',
    markdownTable(
      ['scale', 'items', 'least answered', 'score', 'better'],
      instrument.scales.map((scale) => [
        `${words(id, `scale.${scale.id}`)} (\`${scale.id}\`)`,
        scale.items.join(', '),
        `${scale.leastAnswered} of ${scale.items.length}`,
        scale.score === 'mean' ? 'mean of the answered items' : 'sum of all items',
        scale.better,
      ]),
    ),
    '"Rather not say" and items that do not apply are missing, never zero.',
    '## Worked example',
    markdownTable(
      ['answers', 'scores', 'from'],
      instrument.worked.map(({ answers, expected, from }) => [listed(answers), listed(expected), from]),
    ),
  ];
  return { path: `docs/instruments/${id}.md`, text: `${parts.join('\n\n')}\n` };
}

/** Every wording of an item that the catalogue has, one per form. */
function wordingOf({ id }: Instrument, { id: item }: Item): string {
  const start = `instrument.${id}.item.${item}`;
  return Object.entries(catalogue)
    .filter(([key]) => key === start || key.startsWith(`${start}.`))
    .map(([, wording]) => wording.replaceAll("''", "'"))
    .join(' / ');
}

function answersOf(answered: Answered): string {
  if (answered.kind === 'rating') return `${answered.lowest} to ${answered.highest}`;
  if (answered.kind === 'comment') return 'own words';
  const several = answered.kind === 'several-of' ? 'several of: ' : 'one of: ';
  return several + answered.options.map(({ code }) => code).join(', ');
}

function listed(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${value === null ? 'none' : value === '' ? 'not answered' : value}`)
    .join(', ');
}

function words(id: string, word: string): string {
  const key = `instrument.${id}.${word}`;
  if (!hasText(key)) throw new RangeError(`instrumentPages: the catalogue has no ${key}`);
  return text(key, {});
}
