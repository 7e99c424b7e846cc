import { posix } from 'node:path';
import type { Check, Failure } from './check.ts';
import { exemptions, withoutExempt } from './exemptions.ts';
import { isTest, repositoryFiles, textOf } from './source-files.ts';

interface Recorded {
  readonly tool?: unknown;
  readonly script?: unknown;
  readonly seed?: unknown;
  readonly cases?: readonly {
    readonly name?: unknown;
    readonly input?: unknown;
    readonly expected?: unknown;
  }[];
}

/** Every method says where its right answers come from, and every recorded answer is run by a test. */
export const oracles: Check = {
  name: 'oracles',
  async run(root) {
    const files = repositoryFiles(root).filter((file) => file.startsWith('stats/'));
    const failures = [
      ...files
        .filter((file) => file.endsWith('.ts') && !isTest(file))
        .flatMap((f) => unproven(root, f, files)),
      ...files.filter((file) => file.endsWith('.oracle.R')).flatMap((file) => unrecorded(file, files)),
      ...files.filter((file) => file.endsWith('.oracle.json')).flatMap((file) => idle(root, file, files)),
    ];
    return withoutExempt(failures, exemptions(root, 'oracles'));
  },
};

/** A file with a public function and no `@see` to an oracle's script or to a test with answers from elsewhere. */
function unproven(root: string, file: string, files: readonly string[]): Failure[] {
  const text = textOf(root, file);
  if (!/^export (function|class)/m.test(text)) return [];
  const proofs = [...text.matchAll(/@see (\S+\.(?:oracle\.R|test\.ts))/g)].map((match) =>
    posix.join(posix.dirname(file), match[1]!),
  );
  const gone = proofs.filter((proof) => !files.includes(proof));
  return [
    ...(proofs.length === 0
      ? [{ file, line: null, message: 'no @see to an oracle script or to a test' }]
      : []),
    ...gone.map((proof) => ({ file, line: null, message: `@see ${proof}, which is not there` })),
  ];
}

function unrecorded(file: string, files: readonly string[]): Failure[] {
  const record = file.replace(/\.R$/, '.json');
  return files.includes(record) ? [] : [{ file, line: null, message: `has not written ${record}` }];
}

/** A record that is malformed or that no test runs. */
function idle(root: string, file: string, files: readonly string[]): Failure[] {
  const { tool, script, seed, cases } = JSON.parse(textOf(root, file)) as Recorded;
  const stem = posix.basename(file, '.oracle.json');
  const folder = posix.dirname(file);
  const whole =
    typeof tool === 'string' &&
    typeof seed === 'number' &&
    files.includes(`${folder}/${posix.basename(String(script))}`) &&
    (cases ?? []).length > 0 &&
    cases!.every(({ name, input, expected }) => name && input !== undefined && expected !== undefined);
  const run = files
    .filter((test) => posix.dirname(test) === folder && test.endsWith('.test.ts'))
    .some((test) =>
      new RegExp(`\\boracle[<(][\\s\\S]*?import\\.meta\\.url,\\s*'${stem}'`).test(textOf(root, test)),
    );
  return [
    ...(whole
      ? []
      : [{ file, line: null, message: 'tool, script, seed, or cases with name, input, expected' }]),
    ...(run ? [] : [{ file, line: null, message: 'no test runs its cases' }]),
  ];
}
