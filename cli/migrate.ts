import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { migrateInstallation, type KeyChoice } from '#server/database/moving.ts';
import { DatabaseTrouble } from '#server/database/trouble.ts';
import { readSettings } from '#server/settings/read-settings.ts';
import { Refused, type Settings } from '#server/settings/settings.ts';
import { wordsIn } from '#server/text/words.ts';
import { ANSWERED, FILE_MISSING, Stop, WRONG_USAGE } from './exit.ts';

const words = wordsIn('en');

/** `plumbline migrate`: brings the database to this release. */
export async function migrateCommand(args: readonly string[]): Promise<number> {
  return onDatabase(async () => {
    const { taken, at } = await migrateInstallation(readSettings(args, process.env));
    process.stdout.write(`${words.say('database.migrated', { count: taken.length, at })}\n`);
  });
}

/**
 * Does something to the database of an installation. What somebody here can cure ends with a line; a signal ends the
 * process in such a way that a private cluster is stopped too.
 */
export async function onDatabase(work: () => Promise<void>): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  try {
    await work();
    return ANSWERED;
  } catch (error) {
    if (error instanceof Refused) {
      const lines = error.refusals.map(({ text, values }) => words.say(text, values));
      throw new Stop(WRONG_USAGE, lines.join('\n'));
    }
    if (error instanceof DatabaseTrouble) throw new Stop(WRONG_USAGE, `${error.message}\n${error.cure}`);
    throw error;
  }
}

/** What `backup` and `restore` are told. */
export interface MoveArguments {
  readonly file: string;
  readonly choice: KeyChoice;
  readonly settings: Settings;
}

const OPTIONS = {
  'key-file': { type: 'string' },
  'passphrase-file': { type: 'string' },
  plain: { type: 'boolean' },
  data: { type: 'string' },
  secrets: { type: 'string' },
} as const;

/** The file and the options of a verb that moves a database. */
export function moveArguments(args: readonly string[], verb: string): MoveArguments {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new Stop(WRONG_USAGE, words.say('database.name-one-file', { verb }));
  }
  const { 'key-file': keyFile, 'passphrase-file': passphraseFile, plain, data, secrets } = values;
  if ([keyFile, passphraseFile, plain].filter((one) => one !== undefined).length > 1) {
    throw new Stop(WRONG_USAGE, words.say('database.one-key'));
  }
  for (const needed of [keyFile, passphraseFile, verb === 'restore' ? file : undefined]) {
    if (needed !== undefined && !existsSync(needed)) {
      throw new Stop(FILE_MISSING, words.say('database.no-file', { file: needed }));
    }
  }
  const places = [
    ...(data === undefined ? [] : ['--data', data]),
    ...(secrets === undefined ? [] : ['--secrets', secrets]),
  ];
  return {
    file,
    choice: {
      ...(keyFile !== undefined && { keyFile }),
      ...(passphraseFile !== undefined && { passphraseFile }),
      ...(plain === true && { plain }),
    },
    settings: readSettings(places, process.env),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Stop(WRONG_USAGE, error instanceof Error ? error.message : String(error));
  }
}
