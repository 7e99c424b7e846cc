import type { Words } from '#server/text/words.ts';
import type { OfferedGroup } from './links-of.ts';

/** Everything that can be reached from here, as a list that opens; with scripts also by Ctrl or Cmd and K, and by typing. */
export function Palette(props: { words: Words; groups: readonly OfferedGroup[] }) {
  const { words, groups } = props;
  return (
    <details
      class="menu palette"
      name="menu"
      data-menu=""
      data-palette=""
      data-none={words.say('ui.palette.none')}
    >
      <summary>
        <span>{words.say('ui.palette')}</span> <kbd aria-hidden="true">{words.say('ui.palette.keys')}</kbd>
      </summary>
      <nav class="sheet" aria-label={words.say('ui.palette')}>
        <div class="field" data-palette-field="" hidden>
          <label class="unseen" for="palette-field">
            {words.say('ui.palette.filter')}
          </label>
          <input
            id="palette-field"
            type="search"
            autocomplete="off"
            placeholder={words.say('ui.palette.filter')}
          />
        </div>
        {groups.map((group) => (
          <div data-palette-group="">
            <p class="group">{group.name}</p>
            <ul>
              {group.links.map((link) => (
                <li>
                  <a href={link.href} data-key={link.keys}>
                    {link.label}
                    {link.keys === undefined ? null : <kbd aria-hidden="true">{link.keys}</kbd>}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p class="group" role="status" data-palette-none=""></p>
      </nav>
    </details>
  );
}
