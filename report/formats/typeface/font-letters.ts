/**
 * The Unicode letters that a TrueType font can show.
 *
 * Use it when text must not come out as empty boxes; it assumes a font with a Unicode `cmap` of format 4 or 12.
 *
 * Shape: code points, in no order.
 *
 * @throws RangeError when the font has no such table
 */
export function fontLetters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tableOffset(view, 'cmap');
  const letters = new Set<number>();
  let known = 0;
  for (let record = 0; table !== undefined && record < view.getUint16(table + 2); record += 1) {
    const subtable = table + view.getUint32(table + 4 + 8 * record + 4);
    const format = view.getUint16(subtable);
    if (format === 4) addSegments(view, subtable, letters);
    if (format === 12) addGroups(view, subtable, letters);
    if (format === 4 || format === 12) known += 1;
  }
  if (known === 0)
    throw new RangeError('fontLetters: font has no Unicode cmap; it must have one of format 4 or 12');
  return letters;
}

function tableOffset(view: DataView, tag: string): number | undefined {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + 16 * index;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(record + letter)));
    if (name === tag) return view.getUint32(record + 8);
  }
  return undefined;
}

/** Format 4: parallel arrays of last, first, delta and offset, as the OpenType specification lays them out. */
function addSegments(view: DataView, subtable: number, letters: Set<number>): void {
  const bytes = view.getUint16(subtable + 6);
  for (let at = 0; at < bytes; at += 2) {
    const last = view.getUint16(subtable + 14 + at);
    const first = view.getUint16(subtable + 16 + bytes + at);
    const delta = view.getUint16(subtable + 16 + 2 * bytes + at);
    const offsetAt = subtable + 16 + 3 * bytes + at;
    const offset = view.getUint16(offsetAt);
    for (let letter = first; letter <= last && letter !== 0xffff; letter += 1) {
      const glyph =
        offset === 0 ? (letter + delta) & 0xffff : view.getUint16(offsetAt + offset + 2 * (letter - first));
      if (glyph !== 0) letters.add(letter);
    }
  }
}

/** Format 12: groups of first letter, last letter, first glyph. */
function addGroups(view: DataView, subtable: number, letters: Set<number>): void {
  const groups = view.getUint32(subtable + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = subtable + 16 + 12 * index;
    const [first, last, glyph] = [
      view.getUint32(group),
      view.getUint32(group + 4),
      view.getUint32(group + 8),
    ];
    for (let letter = first; letter <= last; letter += 1)
      if (glyph + letter - first !== 0) letters.add(letter);
  }
}
