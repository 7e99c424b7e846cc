import { programTabs } from './program-tabs.ts';
import type { View } from './view.ts';

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

/** Pages of the organisation and of oneself; one that is not there yet is not offered. */
const PLACES = [
  { name: 'programs', path: '/programs', key: 'a' },
  { name: 'new-program', path: '/programs/new', key: 'n' },
  { name: 'people', path: '/people', key: 'e' },
  { name: 'acts', path: '/acts', key: 'd' },
  { name: 'files', path: '/files', key: 'f' },
  { name: 'settings', path: '/settings', key: 't' },
  { name: 'account', path: '/account', key: 'm' },
] as const;

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
  return [
    { name: program?.name ?? '', links: pages },
    { name: words.say('ui.programs.others'), links: programs },
    { name: words.say('ui.organisation'), links: reader === null ? [] : placesOf(view) },
  ].filter(({ links }) => links.length > 0);
}

/** The pages of the organisation and of oneself that the reader can open. */
export function placesOf({ words, opens }: View): Offered[] {
  return PLACES.filter(({ path }) => opens(path)).map(({ name, path, key }) => ({
    label: words.say(`ui.place.${name}`),
    href: path,
    keys: `g ${key}`,
  }));
}
