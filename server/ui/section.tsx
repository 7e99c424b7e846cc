import type { Child } from 'hono/jsx';

/** A part of a page under its heading, with what belongs beside it: pills, state, links. */
export function Section(props: { id: string; title: Child; beside?: Child; children: Child }) {
  const { id, title, beside, children } = props;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <div class="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}

/** More about something for those who ask: *Is the comparison fair?* `open` follows the address. */
export function MoreAbout(props: { id?: string; summary: Child; open?: boolean; children: Child }) {
  return (
    <details class="more-about" id={props.id} open={props.open}>
      <summary>{props.summary}</summary>
      <div class="inside">{props.children}</div>
    </details>
  );
}
