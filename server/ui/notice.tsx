import type { Child } from 'hono/jsx';
import type { Words } from '#server/text/words.ts';
import { Button } from './button.tsx';
import { Form } from './form.tsx';
import type { View } from './view.ts';

/** What the reader should know before going on. `warn` is for what may surprise, `info` for what helps. */
export function Notice(props: { tone: 'warn' | 'info'; children: Child }) {
  return (
    <div class={`notice notice-${props.tone}`}>
      <div>{props.children}</div>
    </div>
  );
}

/** What a notice of something done is given. */
export interface SavedNoticeProps {
  readonly view: View;
  /** What was done, as a sentence: *Saved.* */
  readonly sentence: string;
  /** Where undoing is sent, with what it needs to know; left out where it cannot be undone. */
  readonly undo?: {
    readonly action: string;
    readonly values?: Readonly<Record<string, string>>;
    /** After this instant it is too late. */
    readonly until?: Date;
  };
}

/** Tells once that something was done, and takes it back on request; the key is `u`. */
export function SavedNotice({ view, sentence, undo }: SavedNoticeProps) {
  return (
    <div class="notice notice-saved" role="status">
      <p>{sentence}</p>
      {undo === undefined ? null : (
        <Form
          view={view}
          action={undo.action}
          data-undo={undo.until?.toISOString() ?? ''}
          data-late={view.words.say('ui.undo.late')}
        >
          {Object.entries(undo.values ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button kind="quiet" data-key="u">
            {view.words.say('ui.undo')}
          </Button>
        </Form>
      )}
    </div>
  );
}

/** The state of a form that saves itself, beside its heading: *Saved 14:02*. */
export function SavedState(props: { words: Words; savedAt: string | null }) {
  const { words, savedAt } = props;
  return (
    <span class="state" role="status" data-autosave-state="">
      {savedAt === null
        ? words.say('ui.autosave.not-yet')
        : words.say('ui.autosave.saved', { time: savedAt })}
    </span>
  );
}
