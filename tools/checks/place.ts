import { lineAt, type Check, type Failure } from './check.ts';
import { repositoryFiles, textOf } from './source-files.ts';

/** Put together from pieces, so that this file does not contain what it refuses. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(^|[\\s'"\`(=])/(home|Users|root|${'wo'}rk)/[\\w.-]`, 'm'), 'a path of one machine'],
  [/[A-Z]:\\\\?Users\\/, 'a path of one machine'],
  [new RegExp(`\\.\\./${'sha'}red\\b`), 'a folder outside the repository'],
  [
    new RegExp(`\\b(registry\\.(npmjs|yarnpkg)|${'artifact'}ory|${'verd'}accio)\\b`, 'i'),
    'the host of a registry',
  ],
];

const IS_TEXT = /\.(ts|tsx|js|json|md|R|csv|typ|css|html|svg|yml|yaml|txt)$|^\.|\/run$/;

/** Nothing of the machine on which somebody worked: no absolute path, no registry, a lock file that works anywhere. */
export const place: Check = {
  name: 'place',
  async run(root) {
    const failures = repositoryFiles(root)
      .filter((file) => IS_TEXT.test(file))
      .flatMap((file) => named(file, textOf(root, file)));
    const lock = textOf(root, 'package-lock.json');
    const resolved = lock.indexOf('"resolved": "http');
    if (resolved === -1) return failures;
    const message = 'names where a package was fetched; see omit-lockfile-registry-resolved in .npmrc';
    return [...failures, { file: 'package-lock.json', line: lineAt(lock, resolved), message }];
  },
};

function named(file: string, text: string): Failure[] {
  return REFUSED.flatMap(([pattern, what]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ file, line: lineAt(text, match.index + match[0].length), message: what }];
  });
}
