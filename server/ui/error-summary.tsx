import type { Words } from '#server/text/words.ts';
import { fieldId } from './field-parts.tsx';

/** One thing to put right. */
export interface SummedError {
  /** The field's name; left out where the form as a whole is wrong. */
  readonly field?: string | undefined;
  readonly sentence: string;
}

/** What has to be put right, on top of the form, with a link to each place; it has the focus when the page comes. */
export function ErrorSummary(props: { words: Words; errors: readonly SummedError[] }) {
  const { words, errors } = props;
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="errors-title" tabindex={-1} autofocus>
      <h2 id="errors-title">{words.say('ui.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, sentence }) => (
          <li>{field === undefined ? sentence : <a href={`#${fieldId(field)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
