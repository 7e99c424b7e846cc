import type { Words } from '#server/text/words.ts';
import { Button, Buttons } from './button.tsx';
import { Field } from './field.tsx';

/** What confirming by typing is given. */
export interface TypeToConfirmProps {
  readonly words: Words;
  /** What has to be typed, as it is in every language: `LOCK`, `PUBLISH`, `DELETE`. */
  readonly word: string;
  /** Name of the field; the server compares. */
  readonly name: string;
  readonly button: string;
  readonly error?: string | undefined;
}

/** For what cannot be undone, and only that: lock, publish, delete. The server decides, not the page. */
export function TypeToConfirm({ words, word, name, button, error }: TypeToConfirmProps) {
  return (
    <>
      <Field
        name={name}
        label={words.say('ui.confirm', { word })}
        width="medium"
        spellcheck={false}
        error={error}
      />
      <Buttons>
        <Button kind="primary">{button}</Button>
      </Buttons>
    </>
  );
}
