import type { Child } from 'hono/jsx';

/** One thing with what can be done about it; a border, no shadow. */
export function Card(props: { title?: string; children: Child }) {
  return (
    <div class="card">
      {props.title === undefined ? null : <h3>{props.title}</h3>}
      {props.children}
    </div>
  );
}

/** Cards beside each other where there is room. */
export function Cards(props: { children: Child }) {
  return <div class="cards">{props.children}</div>;
}
