import type { View } from './view.ts';

/** A page of a program that the head leads to. */
export interface ProgramTab {
  /** Last part of the address, and of the key of its text `ui.tab.…`. */
  readonly name: string;
  /** Pressed after `g`. */
  readonly key: string;
  /** At the start of the row of tabs, or apart at its end. */
  readonly place: 'tabs' | 'more';
}

/** In the order in which a program is lived; a page that is not there yet is not offered. */
const PROGRAM_TABS: readonly ProgramTab[] = [
  { name: 'plan', key: 'p', place: 'tabs' },
  { name: 'health', key: 'h', place: 'tabs' },
  { name: 'surveys', key: 's', place: 'tabs' },
  { name: 'outcomes', key: 'o', place: 'tabs' },
  { name: 'report', key: 'r', place: 'tabs' },
  { name: 'import', key: 'i', place: 'more' },
  { name: 'costs', key: 'c', place: 'tabs' },
  { name: 'record', key: 'l', place: 'tabs' },
];

/** The pages of the program of the address that are there and that the reader's roles open. */
export function programTabs({ program, opens }: View): readonly ProgramTab[] {
  return program === null ? [] : PROGRAM_TABS.filter(({ name }) => opens(`/p/:program/${name}`));
}
