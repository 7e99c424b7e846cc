/** Strings and the marks that make a structure; everything else of a JSON text is values and blanks. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

interface Open {
  readonly path: readonly string[];
  /** Keys seen so far; `undefined` in a list. */
  readonly keys: Set<string> | undefined;
  /** The key or the place in the list whose value comes next. */
  at: string;
}

/**
 * Paths of the keys that stand twice in one object of a JSON text, of which a reader would silently take the last.
 *
 * It assumes that the text is JSON.
 *
 * @example
 * doubledKeys('{"look":1,"primary":{"months":12,"months":24}}')
 * // => ['primary.months']
 */
export function doubledKeys(text: string): string[] {
  const doubled: string[] = [];
  const open: Open[] = [];
  let lastString = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') {
      const path = inner ? [...inner.path, inner.at] : [];
      open.push({ path, keys: token === '{' ? new Set() : undefined, at: token === '{' ? '' : '0' });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && inner && !inner.keys) inner.at = String(Number(inner.at) + 1);
    else if (token === ':' && inner?.keys) {
      inner.at = JSON.parse(lastString) as string;
      const path = [...inner.path, inner.at].join('.');
      if (inner.keys.has(inner.at) && !doubled.includes(path)) doubled.push(path);
      inner.keys.add(inner.at);
    } else if (token.startsWith('"')) lastString = token;
  }
  return doubled;
}
