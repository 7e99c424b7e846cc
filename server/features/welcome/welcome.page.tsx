import { Button, Buttons } from '#server/ui/button.tsx';
import { Page } from '#server/ui/page.tsx';
import { Section } from '#server/ui/section.tsx';
import type { View } from '#server/ui/view.ts';

const DOES = ['before', 'two', 'range', 'record', 'files'] as const;
const DOES_NOT = ['rank', 'cause', 'few', 'watch', 'send'] as const;

/** W24: what this is, what it never does, and the two ways in. */
export function WelcomePage({ view }: { readonly view: View }) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('welcome.title')} width="reading">
      <p class="lead">{words.say('welcome.lead')}</p>
      <Buttons>
        <Button kind="primary" href="/signin">
          {words.say('welcome.sign-in')}
        </Button>
        {view.reader === null || view.opens('/files') ? (
          <Button href="/files">{words.say('welcome.files')}</Button>
        ) : null}
      </Buttons>
      <div class="columns">
        <Section id="does" title={words.say('welcome.does')}>
          <ul>
            {DOES.map((name) => (
              <li>{words.say(`welcome.does.${name}`)}</li>
            ))}
          </ul>
        </Section>
        <Section id="does-not" title={words.say('welcome.does-not')}>
          <ul>
            {DOES_NOT.map((name) => (
              <li>{words.say(`welcome.does-not.${name}`)}</li>
            ))}
          </ul>
        </Section>
      </div>
      <p>
        {words.say('welcome.new')} <a href="/help">{words.say('welcome.help')}</a>
      </p>
    </Page>
  );
}
