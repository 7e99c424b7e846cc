import type { Child } from 'hono/jsx';

/** Facts as names and values. */
export function KeyValues(props: { rows: readonly (readonly [name: Child, value: Child])[] }) {
  return (
    <dl class="facts">
      {props.rows.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
