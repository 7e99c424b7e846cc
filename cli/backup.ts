import { statSync } from 'node:fs';
import { join } from 'node:path';
import { backupInstallation } from '#server/database/moving.ts';
import { wordsIn } from '#server/text/words.ts';
import { moveArguments, onDatabase } from './migrate.ts';

const BYTES_PER_MB = 1_000_000;

/** `plumbline backup FILE`: everything of one moment, in a file; also while the server runs. */
export async function backupCommand(args: readonly string[]): Promise<number> {
  return onDatabase(async () => {
    const { file, choice, settings } = moveArguments(args, 'backup');
    const begin = performance.now();
    const { rows, tables, at } = await backupInstallation(settings, file, choice);
    const words = wordsIn('en');
    const key = choice.keyFile ?? choice.passphraseFile ?? join(settings.secretsFolder, 'backup.key');
    const lines = [
      words.say('database.backed-up', {
        rows: words.number(rows),
        tables,
        at,
        file,
        size: words.number(statSync(file).size / BYTES_PER_MB, 1),
        seconds: words.number((performance.now() - begin) / 1000, 1),
      }),
      choice.plain ? words.say('database.backup-open') : words.say('database.backup-locked', { key }),
      words.say('database.backup-keys', { folder: settings.secretsFolder }),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  });
}
