import type { Instrument } from '#evaluation/instruments/instrument.ts';
import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import { scaleScores } from '#evaluation/instruments/scoring.ts';

/** Something that keeps an instrument from being used, in plain words. */
export interface InstrumentWords {
  readonly field: string;
  readonly value: string | null;
  readonly problem: string;
  readonly cure: string;
}

type Say = (field: string, value: string | null, problem: string, cure: string) => void;

/** What an instrument says against itself, and the rights that it lacks; without them it cannot be used. */
export function instrumentChecks(instrument: Instrument): InstrumentWords[] {
  const found: InstrumentWords[] = [];
  const say: Say = (field, value, problem, cure) => found.push({ field, value, problem, cure });
  const { id, version } = instrument;
  if (INSTRUMENTS.some((own) => own.id === id && own.version === version))
    say(
      'instrument',
      id,
      `\`${id}\` version ${version} is an instrument of this program.`,
      'Leave it out, or give a changed one a version of its own.',
    );
  tellRights(instrument, say);
  tellItems(instrument, say);
  tellScales(instrument, say);
  if (found.length === 0) tellWorked(instrument, say);
  return found;
}

function tellRights({ id, rights, languages }: Instrument, say: Say): void {
  if (rights.terms === '')
    say(
      'rights',
      null,
      `Nothing says by what right \`${id}\` is used.`,
      `Write \`licence\` with its number, or \`permission\` with the letter and its date, from ${rights.holder}.`,
    );
  for (const use of ['show', 'score'] as const)
    if (!rights.uses.includes(use))
      say(
        'rights.uses',
        rights.uses.join(', '),
        `${rights.holder} has not allowed to ${use} \`${id}\`, so it cannot be used.`,
        `Ask for the right to ${use} it, and add \`${use}\` to \`uses\`.`,
      );
  if (languages.length > 1 && !rights.uses.includes('translate'))
    say(
      'languages',
      languages.join(', '),
      `\`${id}\` is put in ${languages.length} languages, and ${rights.holder} has not allowed to translate it.`,
      `Ask for the right to translate it, or keep \`${languages[0]!}\` only.`,
    );
  if (rights.from !== undefined && rights.until !== undefined && rights.until < rights.from)
    say(
      'rights.until',
      rights.until,
      `The right to \`${id}\` ends on ${rights.until}, before it begins on ${rights.from}.`,
      'Correct the dates.',
    );
}

function tellItems({ items, languages }: Instrument, say: Say): void {
  const seen = new Set<string>();
  for (const { id, answered, wording } of items) {
    if (seen.has(id))
      say('items', id, `The item \`${id}\` stands twice.`, 'Give each item an id of its own.');
    seen.add(id);
    for (const language of Object.keys(wording ?? {}))
      if (!languages.includes(language))
        say(
          'items',
          id,
          `The item \`${id}\` has a wording in \`${language}\`, which is not among its languages.`,
          `Add \`${language}\` to \`languages\`, or take the wording out.`,
        );
    if (answered.kind !== 'rating') continue;
    const steps = answered.highest - answered.lowest + 1;
    if (steps < 2)
      say(
        'items',
        id,
        `The item \`${id}\` goes from ${answered.lowest} to ${answered.highest}.`,
        'The highest step must be above the lowest.',
      );
    for (const [language, words] of Object.entries(answered.stepWords ?? {}))
      if (words.length !== steps)
        say(
          'items',
          id,
          `The item \`${id}\` has ${steps} steps and ${words.length} words for them in \`${language}\`.`,
          'Write one word per step, lowest first.',
        );
  }
}

function tellScales({ items, scales }: Instrument, say: Say): void {
  const seen = new Set<string>();
  for (const scale of scales) {
    if (seen.has(scale.id))
      say('scales', scale.id, `The scale \`${scale.id}\` stands twice.`, 'Give each scale an id of its own.');
    seen.add(scale.id);
    const own = scale.items.map((id) => ({ id, item: items.find((item) => item.id === id) }));
    for (const { id, item } of own)
      if (item?.answered.kind !== 'rating')
        say(
          'scales',
          id,
          item
            ? `\`${id}\` of the scale \`${scale.id}\` is not answered on steps.`
            : `The scale \`${scale.id}\` names the item \`${id}\`, which is not there.`,
          'Name only items with a lowest and a highest step.',
        );
    const ends = new Set(
      own.flatMap(({ item }) =>
        item?.answered.kind === 'rating' ? [`${item.answered.lowest} to ${item.answered.highest}`] : [],
      ),
    );
    if (scale.score === 'mean' && ends.size > 1)
      say(
        'scales',
        scale.id,
        `The items of \`${scale.id}\` go ${[...ends].join(' and ')}; a mean of them has no scale.`,
        'Use one range of steps, or `"score": "sum"`.',
      );
    if (scale.leastAnswered > scale.items.length)
      say(
        'scales',
        scale.id,
        `\`${scale.id}\` needs ${scale.leastAnswered} answers of ${scale.items.length} items.`,
        'Ask for at most as many as there are.',
      );
  }
}

const PRINTED = 5e-5;

/** The scoring key, tried on the answers that the file gives. */
function tellWorked(instrument: Instrument, say: Say): void {
  for (const { answers, expected } of instrument.worked) {
    const scores = new Map(
      scaleScores(instrument, new Map(Object.entries(answers))).map(({ scale, score }) => [scale, score]),
    );
    for (const [scale, wanted] of Object.entries(expected)) {
      const score = scores.get(scale) ?? Number.NaN;
      const right = wanted === null ? Number.isNaN(score) : Math.abs(score - wanted) < PRINTED;
      if (!right)
        say(
          'worked',
          scale,
          `The key gives ${Number.isNaN(score) ? 'no score' : score} on \`${scale}\` for the worked answers, and the file says ${wanted ?? 'none'}.`,
          'Correct the key (items, reverse, leastAnswered, score) or the worked scores.',
        );
    }
  }
}
