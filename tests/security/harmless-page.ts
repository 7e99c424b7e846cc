import { MARK } from './script-payloads.ts';

/** A tag as browsers read it: a letter after `<` begins one. */
const TAG = /<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>?/gi;
const ATTRIBUTE = /\s([^\s=>"'/]+)(?:=("[^"]*"|'[^']*'|[^\s>]*))?/g;
/** Attributes that lead or load, and what ours may lead to. */
const ADDRESS = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href', 'srcset']);
const OWN = /^"(\/(?!\/)|#|\?|mailto:[^"<>]*"|otpauth:\/\/totp\/|data:image\/)/;
const REFUSED_TAGS =
  /^<\/?(iframe|object|embed|base|frame|frameset|applet|style|noscript|template|marquee|animate|set|math)\b/i;

/**
 * What in a page could run or load something that somebody typed; nothing in a good page. Reads every tag: names of attributes, where they
 * lead, and whether the mark of a payload stands outside of quoted values.
 */
export function harmIn(html: string): string[] {
  const harm: string[] = [];
  for (const [tag] of html.matchAll(TAG)) {
    if (REFUSED_TAGS.test(tag)) harm.push(tag);
    if (
      /^<script/i.test(tag) &&
      !/^<script type="module" src="\/assets\/[a-z-]+-[0-9a-f]{16}\.js">$/.test(tag)
    )
      harm.push(tag);
    if (tag.replace(/"[^"]*"/g, '').includes(MARK)) harm.push(tag);
    for (const [, name, value = ''] of tag.matchAll(ATTRIBUTE)) {
      if (/^on|^style$|^srcdoc$/i.test(name!)) harm.push(tag);
      if (value !== '' && !value.startsWith('"')) harm.push(tag);
      if (ADDRESS.has(name!.toLowerCase()) && !OWN.test(value)) harm.push(tag);
    }
  }
  return [...new Set(harm)].map((tag) => tag.slice(0, 200));
}
