import { Form } from './form.tsx';
import type { View } from './view.ts';

/** What can be chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** The cookie that keeps the choice, by our name for it. */
export const APPEARANCE_COOKIE = 'appearance';

/** What a cookie says of the choice; anything else is the system's. */
export function themeOf(cookie: string | undefined): View['theme'] {
  return cookie === 'light' || cookie === 'dark' ? cookie : undefined;
}

/** Light, dark, or as the system has it; kept in a cookie of this browser. */
export function Appearance({ view }: { view: View }) {
  const { words } = view;
  return (
    <details>
      <summary>{words.say('ui.appearance')}</summary>
      <Form view={view} action="/appearance" data-theme="">
        <input type="hidden" name="to" value={view.path} />
        <div class="buttons">
          {THEMES.map((theme) => (
            <button
              class="button"
              type="submit"
              name="theme"
              value={theme}
              aria-pressed={(view.theme ?? 'system') === theme ? 'true' : 'false'}
            >
              {words.say(`ui.appearance.${theme}`)}
            </button>
          ))}
        </div>
      </Form>
    </details>
  );
}
