import type { Role } from '#server/access/roles.ts';
import type { View } from './view.ts';

/** A page of a program that the head leads to. */
export interface ProgramTab {
  /** Last part of the address, and of the key of its text `ui.tab.…`. */
  readonly name: string;
  /** Pressed after `g`. */
  readonly key: string;
  readonly roles: readonly Role[];
  /** In the row of tabs, or only where everything is listed. */
  readonly place: 'tabs' | 'more';
}

const TEAM = ['program-manager', 'evaluator'] as const;

/** In the order in which a program is lived; who opens which is the table of screens.md 4. */
const PROGRAM_TABS: readonly ProgramTab[] = [
  { name: 'plan', key: 'p', roles: [...TEAM, 'sponsor', 'observer'], place: 'tabs' },
  { name: 'outcomes', key: 'o', roles: [...TEAM, 'sponsor', 'observer'], place: 'tabs' },
  { name: 'report', key: 'r', roles: [...TEAM, 'sponsor', 'observer'], place: 'tabs' },
  { name: 'import', key: 'i', roles: [...TEAM, 'observer'], place: 'more' },
  { name: 'costs', key: 'c', roles: [...TEAM, 'observer'], place: 'more' },
  { name: 'record', key: 'l', roles: [...TEAM, 'sponsor', 'observer'], place: 'more' },
];

/** The pages of the program of the address that the reader's roles open. */
export function programTabs({ reader, program }: View): readonly ProgramTab[] {
  if (reader === null || program === null) return [];
  const held = reader.grants
    .filter((grant) => grant.program === null || grant.program === program.id)
    .map((grant) => grant.role);
  return PROGRAM_TABS.filter(({ roles }) => roles.some((role) => held.includes(role)));
}
