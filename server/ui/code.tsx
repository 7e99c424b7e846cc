/**
 * A fingerprint or a code in groups of four, as people compare and copy it.
 *
 * `value` is hexadecimal digits, with or without hyphens; `most` is how many groups are shown.
 */
export function Code(props: { value: string; most?: number }) {
  const groups =
    props.value
      .replaceAll('-', '')
      .toUpperCase()
      .match(/.{1,4}/g) ?? [];
  return <code class="code">{groups.slice(0, props.most).join('-')}</code>;
}

/** A button that copies a text; it shows itself where scripts run. The key is `c` where it is said. */
export function Copy(props: { text: string; label: string; done: string; keyed?: boolean }) {
  return (
    <button
      class="button quiet"
      type="button"
      hidden
      data-copy={props.text}
      data-done={props.done}
      data-key={props.keyed === true ? 'c' : undefined}
    >
      {props.label}
    </button>
  );
}
