import { MISSING_DAY, type Day } from '../study/day.ts';
import type { GateRows } from '../study/program-rows.ts';
import { defineProgramMeasure } from './measure.ts';
import { rosterShare } from './roster-share.ts';

const LEAST_PEOPLE = 10;
/** Whoever starts owes these as soon as the program keeps them for anybody. */
const OWED_BY_ALL = ['acknowledgement', 'consent'];

/** People with every ethics gate that was due recorded, of all people ever enrolled; beside it each gate. */
export const gates = defineProgramMeasure({
  id: 'gates',
  number: 'M37',
  serves: ['S5', 'S45', 'S42'],
  sensitive: true,
  better: 'higher',
  needs: ['gates', 'enrolled'],
  when: 'any-time',
  from: 'records',
  compute({ gates: rows, enrolled }, { cutoff }) {
    // Who is a mentor here and a mentee there is one human.
    const linked = new Map(enrolled.person.map((person, i) => [person, enrolled.linked[i]!]));
    const people = [...linked.keys()];
    const clusters = Int32Array.from(linked.values());
    const kinds = kindsDue(rows, cutoff);
    const passed = new Map(kinds.map((kind) => [kind, gateOf(kind, rows, people, cutoff)]));
    const onFile = new Set(rows.person);
    const all = people.map(
      (person, i) => onFile.has(person) && kinds.every((kind) => passed.get(kind)![i] !== 'open'),
    );
    return [
      rosterShare({
        key: 'all-due',
        of: 'people',
        values: Float64Array.from(all, Number),
        unknown: people.filter((person) => !onFile.has(person)).length,
        clusters,
        people: people.length,
        need: LEAST_PEOPLE,
      }),
      ...kinds.map((kind) => {
        const owing = people.flatMap((_, i) => (passed.get(kind)![i] === 'not-due' ? [] : [i]));
        return rosterShare({
          key: 'gate',
          topic: kind,
          of: 'people',
          values: Float64Array.from(owing, (i) => (passed.get(kind)![i] === 'passed' ? 1 : 0)),
          unknown: owing.filter((i) => !onFile.has(people[i]!)).length,
          clusters: Int32Array.from(owing, (i) => clusters[i]!),
          people: owing.length,
          need: LEAST_PEOPLE,
        });
      }),
    ];
  },
  sources: ['Wilson 1927, 10.1080/01621459.1927.10502953'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        enrolled: {
          count: 4,
          person: ['ann', 'ben', 'cleo', 'dev'],
          role: Uint8Array.of(1, 0, 0, 0),
          linked: Int32Array.of(0, 0, 0, 1),
        },
        gates: {
          count: 6,
          person: ['ann', 'ann', 'ben', 'ben', 'cleo', 'cleo'],
          gate: [
            'acknowledgement',
            'consent',
            'acknowledgement',
            'consent',
            'acknowledgement',
            'closing talk',
          ],
          due: Int32Array.of(10, 10, 10, 10, 10, 500),
          done: Int32Array.of(5, 12, 9, MISSING_DAY, 9, MISSING_DAY),
        },
      },
      context: { cutoff: 100 },
      expected: { 'all-due': { value: 0.25, bounds: [0.25, 0.5] }, gate: { value: 0.75, bounds: [0.75, 1] } },
      from: 'by hand: ann has both; ben and cleo lack the consent; of dev nothing is on file; the closing talk is not due',
    },
  ],
});

/** The gates that were due of somebody by the cut-off, in order of their names. */
function kindsDue(rows: GateRows, cutoff: Day): string[] {
  const kinds = new Set<string>();
  for (let i = 0; i < rows.count; i++) if (isDue(rows, i, cutoff)) kinds.add(kindOf(rows.gate[i]!));
  return [...kinds].sort((a, b) => (a < b ? -1 : 1));
}

/** Where each person stands at one gate; several of one kind must all be passed. */
function gateOf(
  kind: string,
  rows: GateRows,
  people: readonly string[],
  cutoff: Day,
): readonly ('passed' | 'open' | 'not-due')[] {
  const stands = new Map<string, 'passed' | 'open'>();
  for (let i = 0; i < rows.count; i++) {
    if (kindOf(rows.gate[i]!) !== kind || !isDue(rows, i, cutoff)) continue;
    const person = rows.person[i]!;
    const done = rows.done[i]!;
    const isPassed = done !== MISSING_DAY && done <= cutoff;
    stands.set(person, isPassed && stands.get(person) !== 'open' ? 'passed' : 'open');
  }
  const otherwise = OWED_BY_ALL.includes(kind) ? 'open' : 'not-due';
  return people.map((person) => stands.get(person) ?? otherwise);
}

/** Missing: a gate without a day is due; so blanking it can't make the figure better. */
function isDue(rows: GateRows, i: number, cutoff: Day): boolean {
  return rows.due[i] === MISSING_DAY || rows.due[i]! <= cutoff;
}

function kindOf(gate: string): string {
  return gate.trim().toLowerCase();
}
