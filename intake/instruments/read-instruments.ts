import type { Instrument } from '#evaluation/instruments/instrument.ts';
import { decodedText } from '../decode.ts';
import { doubledKeys } from '../doubled-keys.ts';
import { type Problem, type Told, nothingTold } from '../problem.ts';
import type { SourceFile } from '../table.ts';
import { instrumentChecks, type InstrumentWords } from './instrument-checks.ts';
import { instrumentOf } from './instrument-of.ts';
import { instrumentSchema } from './instrument-schema.ts';

/** The instruments that a study brings along: one per file, or a list of them; what is wrong with them is told, all at once. */
export function readInstruments(files: readonly SourceFile[], told: Told): Instrument[] {
  const found = new Map<string, Instrument>();
  for (const file of files) {
    const asProblem = ({ field, ...words }: InstrumentWords): Problem => ({
      file: file.name,
      line: null,
      column: field,
      code: 'instrument',
      severity: 'error',
      ...words,
    });
    const given = listIn(file, told, asProblem);
    for (const [at, one] of given.entries()) {
      const read = instrumentSchema.safeParse(one);
      const place = given.length > 1 ? `${at}.` : '';
      if (!read.success) {
        for (const issue of read.error.issues) told.problems.push(asProblem(schemaWords(place, issue, one)));
        continue;
      }
      const instrument = instrumentOf(read.data);
      const key = `${instrument.id} ${instrument.version}`;
      if (found.has(key))
        told.problems.push(
          asProblem({
            field: `${place}instrument`,
            value: key,
            problem: `\`${instrument.id}\` version ${instrument.version} is described twice.`,
            cure: 'Keep one; another wording is another version.',
          }),
        );
      for (const words of instrumentChecks(instrument))
        told.problems.push(asProblem({ ...words, field: `${place}${words.field}` }));
      found.set(key, instrument);
    }
  }
  return [...found.values()];
}

function listIn(
  file: SourceFile,
  told: Told,
  asProblem: (words: InstrumentWords) => Problem,
): readonly unknown[] {
  const own = nothingTold();
  const text = decodedText(file, own);
  told.problems.push(...own.problems);
  if (own.problems.some(({ severity }) => severity === 'error')) return [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    told.problems.push(
      asProblem({
        field: 'instrument',
        value: null,
        problem: `The file is not JSON: ${why}.`,
        cure: 'Correct the file; docs/instruments-you-bring.md shows one.',
      }),
    );
    return [];
  }
  const doubled = doubledKeys(text);
  for (const path of doubled)
    told.problems.push(
      asProblem({
        field: path,
        value: null,
        problem: `\`${path}\` stands twice.`,
        cure: 'Keep the one that is meant.',
      }),
    );
  return Array.isArray(json) ? json : [json];
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function schemaWords(place: string, { path, message }: Issue, json: unknown): InstrumentWords {
  const field = path.map(String).join('.') || 'instrument';
  let value = json;
  for (const key of path)
    value =
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  const shown = value === undefined ? null : JSON.stringify(value).slice(0, 60);
  return {
    field: `${place}${field}`,
    value: shown,
    problem:
      value === undefined
        ? `The instrument has no \`${field}\`.`
        : `\`${field}\` does not fit: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
    cure: field.startsWith('rights')
      ? 'An instrument can be used only when its owner, licence or permission letter, allowed uses, and whether it is unaltered are recorded.'
      : 'Write it as docs/instruments-you-bring.md shows.',
  };
}
