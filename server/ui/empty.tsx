import type { Child } from 'hono/jsx';

/** Nothing here yet: why, and the way on. Each screen's sentence is in screens.md 4. */
export function Empty(props: { sentence: string; children?: Child }) {
  return (
    <div class="empty">
      <p>{props.sentence}</p>
      {props.children}
    </div>
  );
}
