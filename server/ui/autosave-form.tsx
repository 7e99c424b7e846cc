import type { Child } from 'hono/jsx';
import { Button } from './button.tsx';
import { Form, type FormProps } from './form.tsx';
import type { View } from './view.ts';

/** What a form that saves itself is given. */
export interface AutosaveFormProps extends Omit<FormProps, 'view'> {
  readonly view: View;
  /**
   * Where drafts are sent as they are typed. It answers JSON `{ version, savedAt }`; where the version that was sent is not
   * the newest, the problem `changed-meanwhile` with the newest as its value `version`.
   */
  readonly drafts: string;
  /** The version that the form was made from. */
  readonly version: number | string;
  /** Address of the newest version, to look at beside one's own. */
  readonly newest: string;
  readonly children: Child;
}

/** A form that saves itself after a pause; a conflict is shown, never merged, and nothing that was typed is lost. */
export function AutosaveForm(props: AutosaveFormProps) {
  const { view, drafts, version, newest, children, ...form } = props;
  const { words } = view;
  return (
    <Form
      view={view}
      {...form}
      data-autosave={drafts}
      data-saved={words.say('ui.autosave.saved', { time: '{time}' })}
      data-unsaved={words.say('ui.autosave.unsaved')}
    >
      <input type="hidden" name="version" value={String(version)} />
      <div class="notice notice-warn" data-autosave-conflict="" hidden>
        <p>{words.say('ui.autosave.conflict')}</p>
        <a href={newest} target="_blank">
          {words.say('ui.autosave.newest')}
        </a>
        <Button type="button">{words.say('ui.autosave.keep-mine')}</Button>
      </div>
      <div class="notice notice-info" data-autosave-restore="" hidden>
        <p>{words.say('ui.autosave.kept')}</p>
        <Button type="button">{words.say('ui.autosave.restore')}</Button>
      </div>
      {children}
      <p class="state" role="status" data-autosave-state=""></p>
    </Form>
  );
}
