import { IntlMessageFormat } from 'intl-messageformat';

/** The parsed form of a message: texts, holes, choices. */
type Message = ReturnType<IntlMessageFormat['getAst']>;
type Part = Message[number];

/** Kinds of parts, as the parser numbers them. */
const LITERAL = 0;
const HOLES = new Set([1, 2, 3, 4, 7]);

/** How much longer a translation may come out; screens.md 10. */
const GROWTH = 0.4;

const PLAIN = 'AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz';
const ACCENTED = 'ÁáÇçĎďÉéĜĝĤĥÍíĴĵĶķĻļÑñÓóŘřŠšŤťÚúŴŵÝýŽž';
const ACCENTS = new Map([...PLAIN].map((letter, i) => [letter, [...ACCENTED][i]!]));

/** Filling in pieces that a line can be broken between. */
const FILLING = 'óñé ťŵó ťĥřéé ƒóúř ƒívé šíx šévéñ éíĝĥť ñíñé ťéñ ';

/** Right-to-left override, its end, and an isolate of its own direction. */
const OVERRIDE = '\u202e';
const OVERRIDE_END = '\u202c';
const ISOLATE = '\u2068';
const ISOLATE_END = '\u2069';

/**
 * A message as a reader of a longer language would see it: accents, two fifths longer, in brackets whose absence shows
 * that something was cut off. Holes and choices stay as they are.
 */
export function accented(message: string): Message {
  const parts = parsed(message);
  const letters = Math.ceil(literalLength(parts) * GROWTH);
  const filling = FILLING.repeat(Math.ceil(letters / FILLING.length))
    .slice(0, letters)
    .trim();
  return [
    literal('['),
    ...withLiterals(parts, (text) => [...text].map((letter) => ACCENTS.get(letter) ?? letter).join('')),
    literal(filling === '' ? ']' : ` ${filling}]`),
  ];
}

/** A message as if it were written from right to left; what fills a hole keeps its own direction. */
export function mirrored(message: string): Message {
  return isolated(
    withLiterals(parsed(message), (text) =>
      text.trim() === '' ? text : `${OVERRIDE}${text}${OVERRIDE_END}`,
    ),
  );
}

function parsed(message: string): Message {
  return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
}

function literal(value: string): Part {
  return { type: LITERAL, value };
}

function withLiterals(parts: Message, change: (text: string) => string): Message {
  return parts.map((part) => {
    if (part.type === LITERAL) return literal(change(part.value));
    return withOptions(part, (inner) => withLiterals(inner, change));
  });
}

function isolated(parts: Message): Message {
  return parts.flatMap((part) => {
    if (HOLES.has(part.type)) return [literal(ISOLATE), part, literal(ISOLATE_END)];
    return [withOptions(part, isolated)];
  });
}

function withOptions(part: Part, change: (inner: Message) => Message): Part {
  if (!('options' in part)) return part;
  const options = Object.entries(part.options).map(([name, { value, ...rest }]) => [
    name,
    { ...rest, value: change(value) },
  ]);
  return { ...part, options: Object.fromEntries(options) } as Part;
}

function literalLength(parts: Message): number {
  return parts.reduce((sum, part) => {
    if (part.type === LITERAL) return sum + part.value.length;
    if (!('options' in part)) return sum;
    return sum + Math.max(...Object.values(part.options).map((option) => literalLength(option.value)));
  }, 0);
}
