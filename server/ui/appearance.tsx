import { Form } from './form.tsx';
import type { View } from './view.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** Light, dark, or as the system has it; kept in a cookie of this browser. */
export function Appearance({ view }: { view: View }) {
  const { words } = view;
  return (
    <details>
      <summary>{words.say('ui.appearance')}</summary>
      <Form view={view} action="/appearance" data-theme="">
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
