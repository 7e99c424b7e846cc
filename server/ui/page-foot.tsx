import { PlumbMark } from '#report/formats/style/plumb-mark.tsx';
import { Appearance } from './appearance.tsx';
import { Keys } from './keys.tsx';
import { linksOf } from './links-of.ts';
import type { View } from './view.ts';

/** The foot of every page: where help is, in one place; what the keys do. */
export function PageFoot(props: { view: View; helper?: { name: string; mail: string } | undefined }) {
  const { view, helper } = props;
  const { words } = view;
  return (
    <footer class="foot">
      <div class="inner">
        <p class="mark">
          <PlumbMark />
          {words.say('ui.foot')}
        </p>
        <div class="after">
          {view.keys === false ? null : <Keys words={words} groups={linksOf(view)} />}
          <Appearance view={view} />
          <details>
            <summary>{words.say('ui.help')}</summary>
            <p>
              <a href="/help">{words.say('ui.help.more')}</a>
            </p>
            {helper === undefined ? (
              <p>{words.say('ui.help.nobody')}</p>
            ) : (
              <p>
                {words.say('ui.help.person', { name: helper.name })}{' '}
                <a href={`mailto:${helper.mail}`}>{helper.mail}</a>
              </p>
            )}
          </details>
        </div>
      </div>
    </footer>
  );
}
