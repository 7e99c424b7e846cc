/** What a form would send, without files: as forms without scripts send it. */
export function formBody(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body;
}

/** A sentence whose holes `{name}` are filled; the sentence itself came with the page. */
export function filled(sentence: string | undefined, values: Readonly<Record<string, string>>): string {
  return (sentence ?? '').replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
