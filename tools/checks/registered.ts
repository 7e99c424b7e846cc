import { posix } from 'node:path';
import { Visitor } from 'oxc-parser';
import { lineAt, type Check, type Failure } from './check.ts';
import { exemptions, withoutExempt } from './exemptions.ts';
import { instrumentWords } from './instrument-words.ts';
import { measureWords } from './measure-words.ts';
import { parsedFile } from './parsed-file.ts';
import { isTest, sourceFiles, textOf } from './source-files.ts';

/** Open sets: folders whose members nobody but their registry names. */
const OPEN_SETS = [
  { folder: 'evaluation/measures', member: /\bdefine(Program)?Measure\(\{/ },
  { folder: 'evaluation/instruments', member: /\bdefineInstrument\(\{/ },
  { folder: 'evaluation/designs', member: /\bdefineDesign\(\{/ },
  { folder: 'evaluation/sensitivity', member: /\bdefineCalculation\(\{/ },
  { folder: 'report/figures', member: /^p\d\d-/ },
  { folder: 'evaluation/program/templates', member: /\bdefineTemplate\(\{/ },
  { folder: 'report/reports/packs', member: /\bdefinePack\(\{/ },
  { folder: 'tools/checks', member: /^export const \w+: Check = \{/m },
] as const;

/** A kind of event or a table bears the same word; saying it names that. */
const ALSO_OTHER_THINGS = new Set(['promotion', 'understanding', 'gates']);

/** Every member of an open set stands in its registry, nobody else names it, and measures and instruments keep their promises. */
export const registered: Check = {
  name: 'registry',
  async run(root) {
    const files = sourceFiles(root).filter((file) => !isTest(file));
    const members = OPEN_SETS.flatMap(({ folder, member }) =>
      files
        .filter((file) => posix.dirname(file) === folder)
        .filter((file) => member.test(textOf(root, file)) || member.test(posix.basename(file))),
    );
    const measures = members.filter((file) => file.startsWith('evaluation/measures/'));
    const instruments = members.filter((file) => file.startsWith('evaluation/instruments/'));
    const failures = [
      ...members.flatMap((file) => forgotten(root, file)),
      ...files.flatMap((file) => naming(root, file, members)),
      ...files.flatMap((file) => idsSaid(root, file, measures)),
      ...measures.flatMap((file) => measureWords(root, file)),
      ...instruments.flatMap((file) => instrumentWords(root, file)),
    ];
    return withoutExempt(failures, exemptions(root, 'registered'));
  },
};

function forgotten(root: string, file: string): Failure[] {
  const registry = `${posix.dirname(file)}/registry.ts`;
  const line = `./${posix.basename(file)}`;
  if (parsedFile(root, registry).requests.some(({ of }) => of === line)) return [];
  return [{ file: registry, line: null, message: `has no line for ${line}` }];
}

/** Imports of a member by anybody but its registry. */
function naming(root: string, file: string, members: readonly string[]): Failure[] {
  if (posix.basename(file) === 'registry.ts') return [];
  return parsedFile(root, file).requests.flatMap(({ of, line }) => {
    const target = of.startsWith('#') ? of.slice(1) : posix.join(posix.dirname(file), of);
    if (!members.includes(target) || target.startsWith('tools/')) return [];
    return [{ file, line, message: `names ${target}; ask its registry` }];
  });
}

/** Ids of measures as text in a room that should not know them. */
function idsSaid(root: string, file: string, measures: readonly string[]): Failure[] {
  if (!/^(evaluation|report|intake|cli)\//.test(file)) return [];
  // Several measures are named like the scale of an instrument that they read; an instrument names its scales. What a program begins
  // with, its KPIs and its good practices say which measures they mean: that is all there is in them.
  if (/^evaluation\/(measures|instruments|program\/(templates|kpis|good-practices))\//.test(file)) return [];
  const ids = new Set(measures.map((measure) => posix.basename(measure, '.ts')));
  const { text, program } = parsedFile(root, file);
  const failures: Failure[] = [];
  new Visitor({
    Literal: ({ value, start }) => {
      if (typeof value !== 'string' || !ids.has(value) || ALSO_OTHER_THINGS.has(value)) return;
      failures.push({ file, line: lineAt(text, start), message: `says the id of the measure ${value}` });
    },
  }).visit(program);
  return failures;
}
