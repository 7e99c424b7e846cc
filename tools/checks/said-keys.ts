import { Visitor, type Argument, type Expression } from 'oxc-parser';
import { parsedFile } from './parsed-file.ts';
import { isTest, sourceFiles } from './source-files.ts';

/** A key that a file says: itself, or, with a part that is only known later, every key that it may become. */
export interface SaidKey {
  readonly file: string;
  readonly key: string;
  readonly pattern: RegExp;
}

/** What the files of a room say by `.say(…)`, and what stands in quotes and may be a key that travels as data. */
export interface SaidKeys {
  readonly said: readonly SaidKey[];
  /** Without what follows a `|`: values that travel with the key. */
  readonly quoted: readonly SaidKey[];
}

/** Every key of a text that the sources of a room name; test files left out. */
export function saidKeys(root: string, room: string): SaidKeys {
  const files = sourceFiles(root).filter((file) => file.startsWith(`${room}/`) && !isTest(file));
  const found = files.map((file) => saidIn(root, file));
  return { said: found.flatMap(({ said }) => said), quoted: found.flatMap(({ quoted }) => quoted) };
}

function saidIn(root: string, file: string): SaidKeys {
  const said: SaidKey[] = [];
  const quoted: SaidKey[] = [];
  const note = (list: SaidKey[], node: Argument | Expression | undefined) =>
    list.push(...keysOf(node).map((found) => ({ file, ...found })));
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (callee.property.name === 'say') note(said, given[0]);
    },
    Literal: (node) => note(quoted, node),
    TemplateLiteral: (node) => note(quoted, node),
  }).visit(parsedFile(root, file).program);
  return { said, quoted };
}

function keysOf(node: Argument | Expression | undefined): Omit<SaidKey, 'file'>[] {
  if (node === undefined) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [keyOf([node.value])] : [];
  if (node.type === 'TemplateLiteral') return [keyOf(node.quasis.map(({ value }) => value.raw))];
  if (node.type === 'ConditionalExpression') return [...keysOf(node.consequent), ...keysOf(node.alternate)];
  return [];
}

/** Fixed parts of a key; between two of them stands what is not known yet. */
function keyOf(parts: readonly string[]): Omit<SaidKey, 'file'> {
  const end = parts.findIndex((part) => part.includes('|'));
  const fixed = end === -1 ? parts : [...parts.slice(0, end), parts[end]!.replace(/\|.*$/s, '')];
  const escaped = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { key: fixed.join('…'), pattern: new RegExp(`^${escaped.join('.+')}$`) };
}
