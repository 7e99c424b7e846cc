import { KeyList } from '#server/ui/keys.tsx';
import { linksOf } from '#server/ui/links-of.ts';
import { Page } from '#server/ui/page.tsx';
import type { View } from '#server/ui/view.ts';

/** What every key does, for those who do not use a mouse, or would rather not. */
export function KeysPage({ view }: { readonly view: View }) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('keys.title')} width="reading">
      <p class="lead">{words.say('keys.lead')}</p>
      <KeyList words={words} groups={linksOf(view)} />
    </Page>
  );
}
