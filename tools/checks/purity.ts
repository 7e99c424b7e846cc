import { Visitor, type CallExpression, type Expression, type NewExpression } from 'oxc-parser';
import { lineAt, type Check, type Failure } from './check.ts';
import { parsedFile } from './parsed-file.ts';
import { isTest, roomOf, sourceFiles } from './source-files.ts';

const PURE_ROOMS = new Set(['stats', 'evaluation', 'report']);

/** The PDF compiler wants typefaces and a folder of its own. */
const MAY_TOUCH_THE_MACHINE = /^report\/formats\/pdf(\.ts$|\/)/;

/** Names of the machine that no pure file may say. */
const REFUSED_NAMES = new Set(
  'process performance fetch crypto navigator localStorage XMLHttpRequest WebSocket setTimeout setInterval setImmediate console require globalThis'.split(
    ' ',
  ),
);
const REFUSED_MEMBERS = new Set(['Date.now', 'Math.random']);

/** These follow the machine's language and time zone unless they are told one. */
const WANT_LOCALE = /^toLocale\w*$/;

/** The pure part of the road: no clock, no chance, no file, no network, no language of the machine. */
export const purity: Check = {
  name: 'purity',
  async run(root) {
    return sourceFiles(root)
      .filter((file) => PURE_ROOMS.has(roomOf(file)) && !isTest(file) && !MAY_TOUCH_THE_MACHINE.test(file))
      .flatMap((file) => impure(root, file));
  },
};

function impure(root: string, file: string): Failure[] {
  const { text, program } = parsedFile(root, file);
  const failures: Failure[] = [];
  const refuse = (at: number, what: string): void => {
    failures.push({ file, line: lineAt(text, at), message: `${what}: a pure room gets it as an argument` });
  };
  new Visitor({
    NewExpression: (node) => {
      const problem = constructed(node);
      if (problem !== undefined) refuse(node.start, problem);
    },
    CallExpression: (node) => {
      const problem = called(node);
      if (problem !== undefined) refuse(node.start, problem);
    },
    MemberExpression: ({ object, property, start }) => {
      const names = `${nameOf(object)}.${nameOf(property as Expression)}`;
      if (REFUSED_MEMBERS.has(names)) refuse(start, names);
      if (REFUSED_NAMES.has(nameOf(object))) refuse(start, nameOf(object));
    },
  }).visit(program);
  return failures;
}

function constructed({ callee, arguments: given }: NewExpression): string | undefined {
  if (nameOf(callee) === 'Date' && given.length === 0) return 'new Date() without a date';
  return withoutLocale(callee, given.length);
}

function called({ callee, arguments: given }: CallExpression): string | undefined {
  if (REFUSED_NAMES.has(nameOf(callee))) return nameOf(callee);
  if (nameOf(callee) === 'Date') return 'Date() says the time of now';
  const method = callee.type === 'MemberExpression' ? nameOf(callee.property as Expression) : '';
  if (method === 'localeCompare') return 'localeCompare follows the machine';
  if (WANT_LOCALE.test(method) && given.length === 0) return `${method} without a locale`;
  return withoutLocale(callee, given.length);
}

function withoutLocale(callee: Expression, given: number): string | undefined {
  if (callee.type !== 'MemberExpression' || nameOf(callee.object) !== 'Intl' || given > 0) return undefined;
  return `Intl.${nameOf(callee.property as Expression)} without a locale`;
}

function nameOf(node: Expression): string {
  return node.type === 'Identifier' ? node.name : '';
}
