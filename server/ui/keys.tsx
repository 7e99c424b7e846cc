import type { Words } from '#server/text/words.ts';
import type { OfferedGroup } from './links-of.ts';

/** Keys that every page knows; each has a button or a link too (screens.md 13.3). */
const EVERYWHERE = [
  'palette',
  'keys',
  'rows',
  'close',
  'twin',
  'export',
  'copy',
  'undo',
  'filter',
  'back',
] as const;

interface KeyProps {
  readonly words: Words;
  readonly groups: readonly OfferedGroup[];
}

/** What the keys do, as a list that `?` opens. */
export function Keys(props: KeyProps) {
  return (
    <details data-keys-list="">
      <summary data-key="?">{props.words.say('ui.keys')}</summary>
      <KeyList {...props} />
      <KeysSwitch words={props.words} />
    </details>
  );
}

/** What each key does here. */
export function KeyList({ words, groups }: KeyProps) {
  const leading = groups.flatMap(({ links }) => links).filter(({ keys }) => keys !== undefined);
  return (
    <dl class="key-list">
      {EVERYWHERE.map((name) => (
        <>
          <dt>
            <kbd>{words.say(`ui.key.${name}`)}</kbd>
          </dt>
          <dd>{words.say(`ui.key.${name}.does`)}</dd>
        </>
      ))}
      {leading.map(({ keys, label }) => (
        <>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{label}</dd>
        </>
      ))}
    </dl>
  );
}

function KeysSwitch({ words }: Pick<KeyProps, 'words'>) {
  return (
    <button
      class="button quiet"
      type="button"
      hidden
      data-keys-switch=""
      data-on={words.say('ui.keys.on')}
      data-off={words.say('ui.keys.off')}
    >
      {words.say('ui.keys.off')}
    </button>
  );
}
