import { Page } from '#server/ui/page.tsx';
import { Section } from '#server/ui/section.tsx';
import type { View } from '#server/ui/view.ts';

const QUESTIONS = [
  'begin',
  'sign-in',
  'reference',
  'not-open',
  'who-sees',
  'two',
  'keyboard',
  'weakness',
] as const;

/** Answers to what people ask first, in one place for everybody. */
export function HelpPage({ view }: { readonly view: View }) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('help.title')} width="reading">
      <p class="lead">{words.say('help.lead')}</p>
      {QUESTIONS.map((name) => (
        <Section id={name} title={words.say(`help.${name}`)}>
          <p>{words.say(`help.${name}.answer`)}</p>
        </Section>
      ))}
      <p>
        <a href="/keys">{words.say('help.keys')}</a>
      </p>
    </Page>
  );
}
