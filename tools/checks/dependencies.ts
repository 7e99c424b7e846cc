import type { Check, Failure } from './check.ts';
import { repositoryFiles, textOf } from './source-files.ts';

const REASONS = 'docs/dependencies.md';

/** Every dependency has an exact version and a line that says what it is for; no line outlives its dependency. */
export const dependencies: Check = {
  name: 'dependencies',
  async run(root) {
    const listed = versions(root);
    const failure = (file: string, message: string): Failure => ({ file, line: null, message });
    if (!repositoryFiles(root).includes(REASONS)) return [failure(REASONS, 'is missing')];
    const lines = [...textOf(root, REASONS).matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!);
    return [
      ...[...listed]
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) =>
          failure('package.json', `${name} is "${version}"; write one exact version`),
        ),
      ...[...listed.keys()]
        .filter((name) => !lines.includes(name))
        .map((name) => failure(REASONS, `has no line for ${name}`)),
      ...lines
        .filter((name) => !listed.has(name))
        .map((name) => failure(REASONS, `has a line for ${name}, which package.json does not list`)),
    ];
  },
};

function versions(root: string): Map<string, string> {
  const {
    dependencies: run,
    optionalDependencies,
    devDependencies,
  } = JSON.parse(textOf(root, 'package.json')) as Record<string, Record<string, string> | undefined>;
  return new Map(Object.entries({ ...run, ...optionalDependencies, ...devDependencies }));
}
