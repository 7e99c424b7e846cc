import type { Words } from '#server/text/words.ts';

/** What a pager is given. Rows are counted from 1. */
export interface PagerProps {
  readonly words: Words;
  readonly first: number;
  readonly last: number;
  readonly of: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Which rows of how many, and the way to the others. */
export function Pager({ words, first, last, of, before, after }: PagerProps) {
  return (
    <nav class="pager" aria-label={words.say('ui.pager')}>
      <p>{words.say('ui.pager.rows', { first, last, of })}</p>
      {before === undefined ? null : (
        <a class="button" rel="prev" href={before}>
          {words.say('ui.pager.before')}
        </a>
      )}
      {after === undefined ? null : (
        <a class="button" rel="next" href={after}>
          {words.say('ui.pager.after')}
        </a>
      )}
    </nav>
  );
}
