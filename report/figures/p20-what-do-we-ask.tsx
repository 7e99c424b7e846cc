import type { BurdenKind, RoleBurden } from '#evaluation/program/burden.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';
import { type BurdenBar, burdenDrawing } from './burden-drawing.tsx';
import { figureBlock } from './figure-block.tsx';
import { minutesText } from './minutes-text.ts';

/** What a program asks of one person, role by role, and over how many months. */
export interface AskedMinutes {
  readonly months: number;
  readonly roles: readonly RoleBurden[];
}

const KINDS = [
  'agreement',
  'reports',
  'check-ins',
  'goals',
  'surveys',
] as const satisfies readonly BurdenKind['kind'][];

/** P20: what do we ask? A bar of minutes by kind for each role, at the slowest and the quickest rhythm on offer, with the limit. */
export function p20WhatDoWeAsk({ months, roles }: AskedMinutes, source: string): FigureBlock {
  const title = text('p20.title', {
    months,
    mentee: totalOf(roles, 'mentee'),
    mentor: totalOf(roles, 'mentor'),
  });
  const bars = roles.flatMap(barsOf);
  const years = roles.filter(isLonger).map(yearWords);
  return figureBlock({
    id: 'P20',
    name: 'P20-what-do-we-ask',
    title,
    subtitle: text('p20.subtitle', {}),
    description: text('p20.description', {
      finding: title,
      parts: [...bars.map(({ label, words }) => `${label}: ${words}`), ...years].join('; '),
    }),
    source,
    n: null,
    table: twinOf(roles),
    draw: (pen) => burdenDrawing(pen, bars, keyOf(roles), years),
  });
}

function totalOf(roles: readonly RoleBurden[], wanted: RoleBurden['role']): string {
  const found = roles.find(({ role }) => role === wanted);
  return found ? minutesText(found.total) : text('p20.none', {});
}

/** A program of more than a year is not held against the limit as a whole. */
function isLonger({ total, inYear }: RoleBurden): boolean {
  return total[1] !== inYear[1];
}

function yearWords({ role, inYear, cap }: RoleBurden): string {
  return text('p20.year', { role, minutes: minutesText(inYear), cap });
}

function barsOf(burden: RoleBurden): BurdenBar[] {
  const { role, kinds, total, cap } = burden;
  const ends = total[0] === total[1] ? (['only'] as const) : (['least', 'most'] as const);
  return ends.map((end, i) => {
    const at = end === 'most' ? 1 : 0;
    return {
      label: text('p20.bar', { role, end }),
      words: text('p20.bar.words', { minutes: total[at] }),
      parts: KINDS.map((kind) => ({
        kind,
        minutes: kinds.find((one) => one.kind === kind)?.minutes[at] ?? 0,
      })),
      limit: isLonger(burden) ? null : { minutes: cap, words: i === 0 ? text('p20.limit', { cap }) : null },
    };
  });
}

/** A line per kind that is asked of anybody. */
function keyOf(roles: readonly RoleBurden[]): { kind: BurdenKind['kind']; words: string }[] {
  const minutes = (role: RoleBurden['role'], kind: BurdenKind['kind']): string => {
    const found = roles.find((one) => one.role === role)?.kinds.find((one) => one.kind === kind);
    return found ? minutesText(found.minutes) : plainNumber(0, 0);
  };
  return KINDS.filter((kind) => roles.some(({ kinds }) => kinds.some((one) => one.kind === kind))).map(
    (kind) => ({
      kind,
      words: text('p20.key', {
        kind: text(`p20.kind.${kind}`, {}),
        mentee: minutes('mentee', kind),
        mentor: minutes('mentor', kind),
      }),
    }),
  );
}

function twinOf(roles: readonly RoleBurden[]): TableBlock {
  const keys = ['role', 'kind', 'times-low', 'times-high', 'minutes-low', 'minutes-high'] as const;
  const none = text('p20.none', {});
  const ends = (pair: readonly [number, number]): string[] => pair.map((value) => plainNumber(value, 0));
  return {
    kind: 'table',
    id: 'table-P20-what-do-we-ask',
    caption: text('p20.table', {}),
    columns: keys.map((key) => ({
      key,
      label: text(`p20.column.${key}`, {}),
      align: key === 'role' || key === 'kind' ? ('start' as const) : ('end' as const),
    })),
    rows: roles.flatMap(({ role, kinds, total, inYear, cap }) => {
      const name = text(`p20.role.${role}`, {});
      return [
        ...kinds.map(({ kind, times, minutes }) => [
          name,
          text(`p20.kind.${kind}`, {}),
          ...ends(times),
          ...ends(minutes),
        ]),
        [name, text('p20.row.total', {}), none, none, ...ends(total)],
        [name, text('p20.row.year', {}), none, none, ...ends(inYear)],
        [name, text('p20.row.cap', {}), none, none, none, plainNumber(cap, 0)],
      ];
    }),
    note: text('p20.note', {}),
  };
}
