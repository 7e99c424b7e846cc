import type { View } from './view.ts';
import { programTabs } from './program-tabs.ts';

/** A link that a page offers from everywhere. */
export interface Offered {
  readonly label: string;
  readonly href: string;
  /** Keys that follow it: one key, or `g` and a letter. */
  readonly keys?: string | undefined;
}

/** Links under one name. */
export interface OfferedGroup {
  readonly name: string;
  readonly links: readonly Offered[];
}

/** Where the reader of a page can go: the pages of its program, its other programs, what belongs to the organisation. */
export function linksOf(view: View): OfferedGroup[] {
  const { words, program, reader } = view;
  const pages = programTabs(view).map((tab) => ({
    label: words.say(`ui.tab.${tab.name}`),
    href: `/p/${program!.id}/${tab.name}`,
    keys: `g ${tab.key}`,
  }));
  const programs = (reader?.programs ?? [])
    .filter(({ id }) => id !== program?.id)
    .map(({ id, name }) => ({ label: name, href: `/p/${id}/plan` }));
  const organisation =
    reader === null ? [] : [{ label: words.say('ui.programs'), href: '/programs', keys: 'g a' }];
  return [
    { name: program?.name ?? '', links: pages },
    { name: words.say('ui.programs.others'), links: programs },
    { name: words.say('ui.organisation'), links: organisation },
  ].filter(({ links }) => links.length > 0);
}
