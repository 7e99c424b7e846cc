import { answerCode } from '../instruments/answer-code.ts';
import type { Instrument, Item } from '../instruments/instrument.ts';
import { instrumentOf, instrumentsOf } from '../instruments/score-answers.ts';
import { type Day, MISSING_DAY } from '../study/day.ts';
import type { PeopleRoster, ProgramColumns } from '../study/program-columns.ts';
import type { StudyRows } from '../study/rows.ts';

/** Who answered: one role of a pair, or somebody else. */
export type Asked = 'mentees' | 'mentors' | 'others';

/** What people of one role answered to one item at one wave, about themselves or about another. */
export interface ItemResponses {
  readonly instrument: Instrument;
  readonly item: Item;
  readonly who: Asked;
  readonly about: 'oneself' | 'the-other';
  readonly wave: string;
  readonly responses: readonly ItemResponse[];
}

/** One answer: who gave it, and the steps or options chosen; none when the item was put and not answered. */
export interface ItemResponse {
  readonly person: string;
  readonly chosen: ReadonlySet<string>;
}

/** Every item that was put and can be counted, by instrument, item, role, whom it is about, and wave; answers up to the cut-off. */
export function itemResponses(
  rows: StudyRows,
  columns: Partial<Pick<ProgramColumns, 'pairs' | 'enrolled'>>,
  cutoff: Day,
): ItemResponses[] {
  const answers = rows.program?.answers;
  const known = instrumentsOf(rows);
  const roleOf = rolesOf(columns);
  const groups = new Map<string, Omit<ItemResponses, 'responses'> & { readonly by: Map<string, Choices> }>();
  for (let i = 0; i < (answers?.count ?? 0); i++) {
    const instrument = instrumentOf(known, answers!.instrument[i]!, answers!.version[i]!);
    const item = instrument?.items.find(({ id }) => id === answers!.item[i]);
    const day = answers!.day[i]!;
    if (!instrument || !item || item.answered.kind === 'comment') continue;
    if (day !== MISSING_DAY && day > cutoff) continue;
    const person = answers!.person[i]!;
    const other = answers!.about[i] === person ? '' : answers!.about[i]!;
    const facts = {
      instrument,
      item,
      who: roleOf(person, other),
      about: other === '' ? 'oneself' : 'the-other',
      wave: answers!.wave[i]!,
    } as const;
    const key = [instrument.id, instrument.version, item.id, facts.who, facts.about, facts.wave].join(
      '\u0000',
    );
    const group = groups.get(key) ?? { ...facts, by: new Map<string, Choices>() };
    groups.set(key, group);
    const response = [person, other, instrument.per === 'meeting' ? day : ''].join('\u0000');
    const choices = group.by.get(response) ?? { person, chosen: new Set<string>() };
    group.by.set(response, choices);
    const code = answerCode(item.answered, answers!.answer[i]!);
    if (code.kind === 'number') choices.chosen.add(String(code.value));
    else if (code.kind === 'option') choices.chosen.add(code.code);
  }
  return [...groups.values()].map(({ by, ...group }) => ({ ...group, responses: [...by.values()] }));
}

interface Choices {
  readonly person: string;
  readonly chosen: Set<string>;
}

/** The role in which somebody answers; of a person in both roles, whom the answer is about decides. */
function rolesOf({
  pairs,
  enrolled,
}: Partial<Pick<ProgramColumns, 'pairs' | 'enrolled'>>): (person: string, about: string) => Asked {
  const [mentees, mentors] = ([0, 1] as const).map((role) => peopleOf(enrolled, role)) as [
    Set<string>,
    Set<string>,
  ];
  const mentoring = new Set(pairs?.pair.map((_, i) => `${pairs.mentor[i]!}\u0000${pairs.mentee[i]!}`));
  return (person, about) => {
    const [asMentee, asMentor] = [mentees.has(person), mentors.has(person)];
    if (asMentee !== asMentor) return asMentee ? 'mentees' : 'mentors';
    if (mentoring.has(`${person}\u0000${about}`)) return 'mentors';
    return mentoring.has(`${about}\u0000${person}`) ? 'mentees' : 'others';
  };
}

function peopleOf(enrolled: PeopleRoster | undefined, role: 0 | 1): Set<string> {
  return new Set(enrolled?.person.filter((_, i) => enrolled.role[i] === role));
}
