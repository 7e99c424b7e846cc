import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import { answerCode } from '../instruments/answer-code.ts';
import type { Form, Instrument, Item } from '../instruments/instrument.ts';
import { instrumentOf } from '../instruments/score-answers.ts';
import type { PeopleRoster } from '../study/program-columns.ts';
import type { AnswerRows } from '../study/program-rows.ts';
import { wavesInOrder } from '../study/waves.ts';
import { agreeing } from './agreeing.ts';

/** What one role says to the statements of a form, at the last wave (picture P10). */
export interface StatementView {
  readonly instrument: string;
  readonly form: string;
  readonly who: 'mentees' | 'mentors';
  /** Empty for forms that follow every meeting: all meetings together. */
  readonly wave: string;
  readonly statements: readonly Statement[];
}

/** How a statement was answered, people counted once. */
export interface Statement {
  readonly item: string;
  /** Wording that the instrument brings along and that may be published; own wordings stand in the catalogue. */
  readonly wording: string | null;
  readonly lowest: number;
  /** Names the words of the steps, and the words themselves where the instrument brings them along. */
  readonly words: string;
  readonly stepWords: readonly string[] | null;
  /** People per step, lowest first. */
  readonly counts: readonly number[];
  /** Asked, and rather did not say. */
  readonly none: number;
  readonly n: number;
  readonly agree: number;
  readonly range95: Range | null;
}

/** Answers of one person to one item: their steps, or none. */
type Said = Map<string, number[]>;

/**
 * The statements with steps, form by form and role by role. Who answered about several others, or after several meetings, counts once,
 * with the middle answer (the lower of two).
 */
export function statementViews(
  answers: AnswerRows,
  enrolled: PeopleRoster,
  known: readonly Instrument[],
  leftOut: ReadonlySet<string>,
): StatementView[] {
  const found = saidOf(answers, enrolled, known);
  const roster = [0, 1].map(() => new Map<string, number>());
  for (let i = 0; i < enrolled.count; i++)
    roster[enrolled.role[i]!]!.set(enrolled.person[i]!, enrolled.linked[i]!);
  return known.flatMap((instrument) =>
    instrument.forms.flatMap((form) =>
      ([0, 1] as const).flatMap((role) => {
        const waves = found.get(keyOf(instrument, form, role));
        const wave = waves && wavesInOrder(waves.keys()).at(-1);
        if (waves === undefined || wave === undefined) return [];
        const items = instrument.items.filter(
          ({ id }) => form.items.includes(id) && !isOutcome(instrument, id, leftOut),
        );
        const statements = items.flatMap((item) =>
          statementOf(instrument, item, waves.get(wave)!.get(item.id), roster[role]!),
        );
        const who = role === 1 ? ('mentors' as const) : ('mentees' as const);
        return statements.length === 0
          ? []
          : [{ instrument: instrument.id, form: form.id, who, wave, statements }];
      }),
    ),
  );
}

function keyOf({ id, version }: Instrument, form: Form, role: number): string {
  return [id, version, form.id, role].join('\u0000');
}

/** Per instrument, form and role: wave → item → person → steps. */
function saidOf(
  answers: AnswerRows,
  enrolled: PeopleRoster,
  known: readonly Instrument[],
): Map<string, Map<string, Map<string, Said>>> {
  const roles = new Map<string, number>();
  for (let i = 0; i < enrolled.count; i++)
    roles.set(enrolled.person[i]!, (roles.get(enrolled.person[i]!) ?? 0) | (1 << enrolled.role[i]!));
  const found = new Map<string, Map<string, Map<string, Said>>>();
  for (let i = 0; i < answers.count; i++) {
    const instrument = instrumentOf(known, answers.instrument[i]!, answers.version[i]!);
    const item = instrument?.items.find(({ id }) => id === answers.item[i]);
    if (!instrument || item?.answered.kind !== 'rating') continue;
    const own = answers.about[i] === '' || answers.about[i] === answers.person[i];
    const code = answerCode(item.answered, answers.answer[i]!);
    if (code.kind !== 'number' && code.kind !== 'none') continue;
    for (const role of [0, 1] as const) {
      if (((roles.get(answers.person[i]!) ?? 0) & (1 << role)) === 0) continue;
      const form = formOf(instrument, item, role, own);
      if (!form) continue;
      const wave = instrument.per === 'meeting' ? '' : answers.wave[i]!;
      const waves = entry(found, keyOf(instrument, form, role), () => new Map<string, Map<string, Said>>());
      const said = entry(
        entry(waves, wave, () => new Map<string, Said>()),
        item.id,
        () => new Map() as Said,
      );
      const steps = entry(said, answers.person[i]!, () => []);
      if (code.kind === 'number') steps.push(code.value);
    }
  }
  return found;
}

function entry<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const value = made();
  map.set(key, value);
  return value;
}

/** The form in which a role was put an item: about oneself or about somebody else, where both exist. */
function formOf(instrument: Instrument, item: Item, role: 0 | 1, own: boolean): Form | undefined {
  const forms = instrument.forms.filter(
    ({ asks, items }) => asks.includes(role === 1 ? 'mentor' : 'mentee') && items.includes(item.id),
  );
  return forms.find(({ about }) => (about === 'oneself') === own) ?? forms[0];
}

function isOutcome(instrument: Instrument, item: string, leftOut: ReadonlySet<string>): boolean {
  return instrument.scales.some(({ id, items }) => leftOut.has(id) && items.includes(item));
}

function statementOf(
  instrument: Instrument,
  item: Item,
  said: Said | undefined,
  roster: ReadonlyMap<string, number>,
): Statement[] {
  if (!said || item.answered.kind !== 'rating') return [];
  const { lowest, highest, words, stepWords } = item.answered;
  const people = [...said].flatMap(([person, steps]) =>
    steps.length === 0 ? [] : [{ step: middleOf(steps), cluster: roster.get(person)! }],
  );
  if (people.length === 0) return [];
  const counts = Array.from({ length: highest - lowest + 1 }, () => 0);
  for (const { step } of people) counts[step - lowest]!++;
  const agree = agreeing(
    Float64Array.from(people, ({ step }) => step),
    [lowest, highest],
  );
  const count = agree.reduce((sum, one) => sum + one, 0);
  const share = clusteredMean({ values: agree, clusters: Int32Array.from(people, ({ cluster }) => cluster) });
  const published = instrument.rights.uses.includes('publish-items');
  return [
    {
      item: item.id,
      wording:
        published && item.wording ? (item.wording['en'] ?? Object.values(item.wording)[0] ?? null) : null,
      lowest,
      words,
      stepWords: stepWords ? (stepWords['en'] ?? Object.values(stepWords)[0] ?? null) : null,
      counts,
      none: said.size - people.length,
      n: people.length,
      agree: count,
      range95: shareRange({ ...share, estimate: count / people.length }, people.length, 0.95),
    },
  ];
}

function middleOf(steps: readonly number[]): number {
  return steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) / 2)]!;
}
