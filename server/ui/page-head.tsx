import { PlumbMark } from '#report/formats/style/plumb-mark.tsx';
import { Form } from './form.tsx';
import { linksOf, placesOf } from './links-of.ts';
import type { View } from './view.ts';
import { Palette } from './palette.tsx';
import { programTabs } from './program-tabs.ts';
import { Tabs } from './tabs.tsx';

/** The head of every page: whose it is, which program, where to go, who reads. */
export function PageHead(props: { view: View }) {
  const { view } = props;
  const { words, reader, program } = view;
  const tabs = programTabs(view);
  return (
    <header>
      {view.demo === true ? (
        <div class="demo">
          <div class="inner">
            <strong>{words.say('ui.demo')}</strong>
            <span>{words.say('ui.demo.meaning')}</span>
          </div>
        </div>
      ) : null}
      <div class="top">
        <div class="inner">
          <a class="brand" href="/">
            <PlumbMark />
            {words.say('ui.brand')}
          </a>
          {reader !== null && program !== null ? <ProgramMenu view={view} /> : null}
          {reader === null ? null : (
            <div class="after">
              <Palette words={words} groups={linksOf(view)} />
              <ReaderMenu view={view} />
            </div>
          )}
        </div>
      </div>
      {tabs.length > 0 && program !== null ? (
        <Tabs
          words={words}
          tabs={tabs.map(({ name, key, place }) => ({
            label: words.say(`ui.tab.${name}`),
            href: `/p/${program.id}/${name}`,
            here: isAt(view.path, `/p/${program.id}/${name}`),
            keys: `g ${key}`,
            apart: place === 'more',
          }))}
        />
      ) : null}
    </header>
  );
}

function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function ProgramMenu(props: { view: View }) {
  const { words, reader, program } = props.view;
  return (
    <details class="menu program" name="menu" data-menu="">
      <summary>
        <span class="unseen">{words.say('ui.program')}</span>
        {program!.name}
      </summary>
      <nav class="sheet" aria-label={words.say('ui.program')}>
        <ul>
          {reader!.programs.map(({ id, name }) => (
            <li>
              <a href={`/p/${id}/plan`} aria-current={id === program!.id ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
          <li>
            <a href="/programs">{words.say('ui.programs.all')}</a>
          </li>
        </ul>
      </nav>
    </details>
  );
}

/** What stands under the reader's name. */
const PERSONAL = ['/account', '/people', '/settings'];

function ReaderMenu(props: { view: View }) {
  const { view } = props;
  return (
    <details class="menu reader" name="menu" data-menu="">
      <summary>{view.reader!.name}</summary>
      <div class="sheet">
        <ul>
          {placesOf(view)
            .filter(({ href }) => PERSONAL.includes(href))
            .map(({ label, href }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          <li>
            <Form view={view} action="/signout">
              <button class="button" type="submit">
                {view.words.say('ui.sign-out')}
              </button>
            </Form>
          </li>
        </ul>
      </div>
    </details>
  );
}
