/** Letters that XML 1.0 has no place for (section 2.2): control characters and halves of pairs. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text that a Word document can hold; a letter that XML has no place for becomes a □. */
export function wordText(text: string): string {
  return text.replaceAll(NOT_IN_XML, '□');
}
